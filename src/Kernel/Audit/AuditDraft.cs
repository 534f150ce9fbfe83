using System.Reflection;
using Microsoft.AspNetCore.Http;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.People;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Kernel.Audit;

/// <summary>The audit entry of the request under way. A handler may name the subject and say what changed.</summary>
public sealed class AuditDraft(CurrentPerson me, TimeProvider clock, IHttpContextAccessor http, PermissionCatalogue permissions)
{
    private readonly List<(Guid SubjectId, string Detail)> _also = [];
    private Type? _request;

    /// <summary>The record concerned; set from <see cref="IConcerns"/>, or by the handler that creates one.</summary>
    public Guid? SubjectId { get; set; }

    /// <summary>Who acted, where that is known only now: whoever signs in. Null: the current person.</summary>
    public CurrentPerson? Actor { get; set; }

    /// <summary>What changed, in Chinese; null when the title says enough.</summary>
    public string? Detail { get; set; }

    /// <summary>Set by a handler whose success is not worth an entry, an autosave in a sitting already recorded, say.</summary>
    public bool Silent { get; set; }

    /// <summary>A further entry of the same action, for another record that it changed; written with the success.</summary>
    public void Also(Guid subjectId, string detail) => _also.Add((subjectId, detail));

    /// <summary>What really was refused when the caller only hears "not found"; the entry carries its codes.</summary>
    internal Refusal? HiddenRefusal { get; set; }

    /// <summary>How many requests are nested: only the outermost one saves and is audited.</summary>
    internal int Depth { get; private set; }

    internal void Begin(object request)
    {
        if (Depth++ == 0)
        {
            StartAnew(request);
        }
    }

    /// <summary>Forgets what a handler said that was overtaken: it is asked again and says it again.</summary>
    internal void StartAnew(object request)
    {
        _request = request.GetType();
        SubjectId = (request as IConcerns)?.RecordId;
        (Detail, Actor) = (null, null);
        HiddenRefusal = null;
        Silent = false;
        _also.Clear();
    }

    internal void End() => Depth--;

    internal void AddSuccess(GovDbContext db)
    {
        if (!Silent)
        {
            db.Add(Entry(SubjectId, AuditResult.Done, "", Detail ?? "", []));
        }
        foreach (var (subject, detail) in _also)
        {
            db.Add(Entry(subject, AuditResult.Done, "", detail, []));
        }
    }

    internal AuditEntry Refused(Refusal refusal) =>
        Entry(SubjectId, AuditResult.Refused, refusal.Codes, refusal.Summary,
            refusal.Breaches.Where(b => !b.IsAdvice).Select(b => b.Code).OfType<string>().Distinct());

    internal AuditEntry Fault(Exception fault) => Entry(SubjectId, AuditResult.Fault, "", fault.GetType().Name, []);

    private AuditEntry Entry(Guid? subjectId, AuditResult result, string codes, string detail, IEnumerable<string> refusedBy)
    {
        var at = clock.UtcNow();
        var actor = Actor ?? me;
        var name = _request!.DeclaringType?.Name ?? _request.Name;
        return new()
        {
            At = at,
            PersonId = actor.Id == Guid.Empty ? null : actor.Id,
            PersonName = actor.Name,
            InstitutionId = actor.InstitutionId == Guid.Empty ? null : actor.InstitutionId,
            InstitutionName = actor.InstitutionName,
            Action = name,
            Title = _request.GetCustomAttribute<AuditedAsAttribute>()?.Title ?? permissions.Of(_request).Title,
            SubjectId = subjectId,
            Result = result,
            Codes = Cut(codes, 200),
            Detail = Cut(detail, AuditEntryConfig.DetailLength),
            Address = http.HttpContext?.Connection.RemoteIpAddress?.ToString() ?? "",
            RefusedBy = [.. refusedBy.Select(code => new AuditEntryCode { Code = code, At = at })],
        };
    }

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";
}
