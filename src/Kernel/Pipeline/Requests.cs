using MediatR;
using WeChatBankGov.Kernel.Measures;

namespace WeChatBankGov.Kernel.Pipeline;

/// <summary>Something that changes the state: audited, validated, saved once at the end.</summary>
public interface ICommand<T> : IRequest<Outcome<T>>, ICommand;

/// <summary>Any command, whatever it answers.</summary>
public interface ICommand;

/// <summary>Something that only reads.</summary>
public interface IQuery<T> : IRequest<Outcome<T>>;

public interface ICommandHandler<in TCommand, T> : IRequestHandler<TCommand, Outcome<T>> where TCommand : ICommand<T>;

public interface IQueryHandler<in TQuery, T> : IRequestHandler<TQuery, Outcome<T>> where TQuery : IQuery<T>;

/// <summary>
/// A request about one record. A person who lacks the permission hears 403 only when the record is theirs to see, and 404
/// otherwise, so that nobody learns from a refusal what exists.
/// </summary>
public interface IConcerns
{
    Guid RecordId { get; }

    Type RecordType { get; }
}

/// <inheritdoc cref="IConcerns"/>
public interface IConcerns<TRecord> : IConcerns
{
    Type IConcerns.RecordType => typeof(TRecord);
}

/// <summary>Tells for one kind of record whether a person may see one of them. Modules register one for each kind.</summary>
public interface IRecordVisibility
{
    Type RecordType { get; }

    /// <summary>Whether the record exists and the current person may see it.</summary>
    Task<bool> IsVisible(Guid id, CancellationToken cancel);

    /// <summary>
    /// Why the current person, who is told that it isn't there, may not see a record that is: for the audit trail, which keeps the
    /// attempt with its code. Null for what isn't there, and where no rule of the measures hides it.
    /// </summary>
    Task<Breach?> WhyHidden(Guid id, CancellationToken cancel) => Task.FromResult<Breach?>(null);

    /// <summary>The record in whose history an attempt on this one is looked for; this one itself unless it is a step of another's.</summary>
    Task<Guid> SubjectOf(Guid id, CancellationToken cancel) => Task.FromResult(id);
}

/// <summary>The action's name in the audit trail, in Chinese: 递交注册申请.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AuditedAsAttribute(string title) : Attribute
{
    public string Title { get; } = title;
}
