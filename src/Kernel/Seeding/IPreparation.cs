namespace WeChatBankGov.Kernel.Seeding;

/// <summary>What must stand in the database before the first request. Runs at every start and does nothing twice.</summary>
public interface IPreparation
{
    Task Prepare(CancellationToken cancel);
}
