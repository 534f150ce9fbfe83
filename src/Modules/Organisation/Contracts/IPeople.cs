using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Organisation.Contracts;

/// <summary>The people of the bank, for modules above and the host.</summary>
public interface IPeople
{
    /// <summary>What the pipeline knows of somebody; null when no active person has that employee number.</summary>
    Task<CurrentPerson?> Find(string employeeNumber, CancellationToken cancel);
}
