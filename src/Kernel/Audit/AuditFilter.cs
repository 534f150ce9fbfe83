using FluentValidation;
using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Kernel.Audit;

/// <summary>Which entries of the audit trail are wanted; whatever is null or empty does not narrow them.</summary>
internal sealed record AuditFilter
{
    public static AuditFilter Everything { get; } = new();

    /// <summary>Part of the person's name.</summary>
    public string? Person { get; init; }

    /// <summary>Part of the action's Chinese title, or the use case exactly.</summary>
    public string? Action { get; init; }

    public AuditResult? Result { get; init; }

    /// <summary>A rule that refused, such as R07-1.</summary>
    public string? Code { get; init; }

    /// <summary>Part of the institution's name.</summary>
    public string? Institution { get; init; }

    public Guid? RecordId { get; init; }

    /// <summary>The first Beijing day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last Beijing day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Newest first.</summary>
    public IQueryable<AuditEntry> Apply(GovDbContext db)
    {
        var entries = db.Set<AuditEntry>().AsNoTracking();
        if (Person?.Trim() is { Length: > 0 } person) entries = entries.Where(e => e.PersonName.Contains(person));
        if (Action?.Trim() is { Length: > 0 } action) entries = entries.Where(e => e.Title.Contains(action) || e.Action == action);
        if (Result is { } result) entries = entries.Where(e => e.Result == result);
        if (Institution?.Trim() is { Length: > 0 } place) entries = entries.Where(e => e.InstitutionName.Contains(place));
        if (RecordId is { } record) entries = entries.Where(e => e.SubjectId == record);
        if (From is { } from)
        {
            var start = BeijingTime.StartOfDayUtc(from);
            entries = entries.Where(e => e.At >= start);
        }
        if (To is { } to)
        {
            var end = BeijingTime.EndOfDayUtc(to);
            entries = entries.Where(e => e.At < end);
        }
        if (Code?.Trim().ToUpperInvariant() is { Length: > 0 } code)
        {
            entries = entries.Where(e => e.RefusedBy.Any(c => c.Code == code));
        }
        return entries.OrderByDescending(e => e.At).ThenByDescending(e => e.Id);
    }

    /// <summary>In Chinese, for the entry that an export leaves.</summary>
    public string Describe()
    {
        var parts = new[]
        {
            ("人员", Person), ("操作", Action), ("结果", Result?.Chinese()), ("规则", Code), ("机构", Institution),
            ("记录", RecordId?.ToString()), ("自", From?.ToString("yyyy-MM-dd")), ("至", To?.ToString("yyyy-MM-dd")),
        }.Where(part => !string.IsNullOrWhiteSpace(part.Item2)).Select(part => $"{part.Item1} {part.Item2!.Trim()}").ToList();
        return parts.Count == 0 ? "全部" : string.Join("，", parts);
    }
}

internal sealed class AuditFilterValidator : AbstractValidator<AuditFilter>
{
    public AuditFilterValidator()
    {
        RuleFor(f => f.Person).MaximumLength(80).WithMessage("人员最多 80 个字符。");
        RuleFor(f => f.Action).MaximumLength(80).WithMessage("操作最多 80 个字符。");
        RuleFor(f => f.Code).MaximumLength(20).WithMessage("规则代码最多 20 个字符。");
        RuleFor(f => f.Institution).MaximumLength(100).WithMessage("机构最多 100 个字符。");
        RuleFor(f => f.To).GreaterThanOrEqualTo(f => f.From)
            .When(f => f.From is not null && f.To is not null).WithMessage("截止日期不能早于起始日期。");
    }
}
