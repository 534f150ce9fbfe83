using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Pipeline;

namespace WeChatBankGov.Organisation.Institutions;

/// <summary>The register is open to everybody who has signed in.</summary>
internal sealed class InstitutionVisibility(GovDbContext db) : IRecordVisibility
{
    public Type RecordType => typeof(Institution);

    public Task<bool> IsVisible(Guid id, CancellationToken cancel) => db.Set<Institution>().AnyAsync(i => i.Id == id, cancel);
}
