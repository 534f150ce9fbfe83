using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Kernel.Notices;

/// <summary>Whom a notice is for.</summary>
public abstract record NoticeTo
{
    private NoticeTo()
    {
    }

    /// <summary>One person.</summary>
    public sealed record Person(Guid PersonId) : NoticeTo;

    /// <summary>Those of one department who hold the duty, or one of several; <see cref="Duties.None"/>: all of it.</summary>
    public sealed record Department(Guid InstitutionId, DepartmentKind Kind, Duties Duty) : NoticeTo;
}

/// <summary>News to be told.</summary>
/// <param name="Key">
/// What it is about, once and for all, at most 120 ASCII characters: <c>registration.lapse/{id}/7-days</c>. Posting a key that
/// was posted before does nothing, so that two hosts' background jobs, or one that starts again, tell everything once. Two
/// recipients of one event need two keys.
/// </param>
/// <param name="To">Whom it is for.</param>
/// <param name="Title">In Chinese; cut after 120 characters.</param>
/// <param name="Text">More of it, or empty; cut after 1,000 characters.</param>
/// <param name="Href">The page of this portal on which to go on, from the root; at most 300 characters.</param>
public sealed record NewNotice(string Key, NoticeTo To, string Title, string Text, string Href);

/// <summary>Posts notices in the portal.</summary>
public interface INotices
{
    /// <summary>
    /// Adds the notice to the context, to be saved with the caller's own change; nothing when its key was posted before.
    /// A command that is overtaken by another host is run again by the pipeline and then finds the key; background work
    /// that saves by itself takes a unique violation as "told already".
    /// </summary>
    /// <exception cref="ArgumentException">The key is empty or too long, or the address leads out of the portal.</exception>
    Task Post(NewNotice notice, CancellationToken cancel);
}
