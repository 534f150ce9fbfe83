namespace WeChatBankGov.Registration.Contracts;

/// <summary>An application under way, or an account with a day near or past, as the home page shows it.</summary>
/// <param name="Number">The application's number; null before the first submission.</param>
/// <param name="State">In Chinese.</param>
/// <param name="Tone">The badge's tone.</param>
/// <param name="Href">Its page.</param>
/// <param name="Due">The last Beijing day; null for applications.</param>
/// <param name="Left">Working days to it for the month of R07-5, calendar days for the yearly end of R07-9; negative when past.</param>
/// <param name="Yearly">Whether <paramref name="Left"/> counts calendar days.</param>
/// <param name="Provisional">The day can still move with the year's holidays.</param>
public sealed record OverviewItem(
    string? Number, string Name, string InstitutionName, string State, string Tone, string Href,
    DateOnly? Due, int? Left, bool Yearly, bool Provisional);

/// <summary>What concerns the current person: the institution's applications under way, and deadlines by nearness.</summary>
public sealed record MyRegistrations(IReadOnlyList<OverviewItem> UnderWay, IReadOnlyList<OverviewItem> Deadlines);

/// <summary>A number with its words.</summary>
/// <param name="Href">The list behind the number; null when there is none.</param>
public sealed record OverviewCount(string Label, int Count, string? Href);

/// <summary>The whole bank, for the head office e-banking department.</summary>
/// <param name="Stages">Applications and accounts by where they stand.</param>
/// <param name="Overdue">Accounts past their deadline by tier-1 branch, most first.</param>
/// <param name="Months">Submissions of the last twelve months, oldest first.</param>
public sealed record BankFigures(
    IReadOnlyList<OverviewCount> Stages, IReadOnlyList<OverviewCount> Overdue, IReadOnlyList<OverviewCount> Months);

/// <summary>What the home page shows of registrations. Everything is within what the current person may see.</summary>
public interface IRegistrationOverview
{
    /// <summary>In one statement.</summary>
    Task<MyRegistrations> Mine(CancellationToken cancel);

    /// <summary>In one statement, and another one when something is overdue. Null for whoever is not of the head office e-banking department.</summary>
    Task<BankFigures?> Bank(CancellationToken cancel);
}
