using System.Linq.Expressions;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.Approval.Contracts;

/// <summary>
/// Who drafted, submitted or proposed what waits for a decision, as a condition for the database: the inbox leaves out what a person
/// may not decide (R07-4). Whatever keeps contributors registers one.
/// </summary>
public interface IContributions
{
    /// <summary>Whether the person contributed to the subject, as work items name it: database, subject, person.</summary>
    Expression<Func<GovDbContext, Guid, Guid, bool>> Contributed { get; }
}
