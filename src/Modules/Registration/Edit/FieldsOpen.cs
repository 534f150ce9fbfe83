using WeChatBankGov.Registration.Applications;
using WeChatBankGov.Registration.Submit;

namespace WeChatBankGov.Registration.Edit;

/// <summary>
/// Which fields may be changed now. After a return those that it opened, and every field at which a submission would be refused
/// today: a plan repealed in the meantime must not leave an application that can be neither mended nor submitted.
/// </summary>
internal sealed class FieldsOpen(SubmissionCheck rules)
{
    /// <summary>Null when all are open.</summary>
    public async Task<IReadOnlyList<string>?> Of(RegistrationApplication application, CancellationToken cancel)
    {
        if (!application.State.IsEditable() || application.OpenFields is not { } opened)
        {
            return null;
        }
        var check = await rules.ForSubmission(application, cancel);
        return [.. opened.Split(',', StringSplitOptions.RemoveEmptyEntries).Concat(check.Breaches
            .Select(b => b.Field?.Split('.')[0]).OfType<string>().Where(ReopenedFields.Labels.ContainsKey)
            .SelectMany(ReopenedFields.With)).Distinct()];
    }

    /// <summary>
    /// Those of the fields that may not be changed. What is open only because of a breach stays open from now on, so that whoever
    /// mended it may still change their mind.
    /// </summary>
    public async Task<IReadOnlyList<string>> Closed(
        RegistrationApplication application, IReadOnlyCollection<string> fields, CancellationToken cancel)
    {
        if (fields.All(application.IsOpen))
        {
            return [];
        }
        if (await Of(application, cancel) is not { } open)
        {
            return [];
        }
        if (fields.Where(f => !open.Contains(f)).ToList() is { Count: > 0 } closed)
        {
            return closed;
        }
        application.Open(open);
        return [];
    }
}
