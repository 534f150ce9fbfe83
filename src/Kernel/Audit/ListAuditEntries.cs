using FluentValidation;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Measures;
using WeChatBankGov.Kernel.Pipeline;
using WeChatBankGov.Kernel.Web;

namespace WeChatBankGov.Kernel.Audit;

/// <summary>操作日志: who tried what, when, and how it ended; newest first.</summary>
internal static class ListAuditEntries
{
    [Permission(AuditPermissions.Read)]
    internal sealed record Query(AuditFilter Filter, PageRequest Page) : IQuery<ListPage<Item>>;

    /// <param name="At">UTC.</param>
    /// <param name="PersonName">The person, 系统, or the client of the REST API.</param>
    /// <param name="Action">The use case.</param>
    /// <param name="Title">The use case in Chinese.</param>
    /// <param name="SubjectId">The record concerned; null when there is none.</param>
    /// <param name="Codes">The rules that refused or advised, separated by commas; empty when none did.</param>
    /// <param name="Address">The caller's network address; empty for background work.</param>
    /// <param name="SealNumber">The seal that covers the entry; null until the sealer comes by, a few seconds later.</param>
    internal sealed record Item(
        Guid Id, DateTime At, string PersonName, string InstitutionName, string Action, string Title, Guid? SubjectId,
        AuditResult Result, string Codes, string Detail, string Address, int? SealNumber);

    internal sealed class Validator : AbstractValidator<Query>
    {
        public Validator() => RuleFor(q => q.Filter).SetValidator(new AuditFilterValidator()).OverridePropertyName("Form");
    }

    internal sealed class Handler(GovDbContext db) : IQueryHandler<Query, ListPage<Item>>
    {
        public async Task<Outcome<ListPage<Item>>> Handle(Query query, CancellationToken cancellationToken) =>
            await Items(query.Filter.Apply(db)).ToPage(query.Page, cancellationToken);
    }

    internal static IQueryable<Item> Items(IQueryable<AuditEntry> entries) => entries.Select(e => new Item(
        e.Id, e.At, e.PersonName, e.InstitutionName, e.Action, e.Title, e.SubjectId, e.Result, e.Codes, e.Detail, e.Address, e.SealNumber));
}
