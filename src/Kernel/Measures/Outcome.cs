namespace WeChatBankGov.Kernel.Measures;

/// <summary>Why a request was not carried out; mapped to HTTP once, in <c>Kernel/Web</c>.</summary>
public enum RefusalKind
{
    /// <summary>The request's form is wrong: 400.</summary>
    Shape,

    /// <summary>The record is not there, or not for this person to see: 404.</summary>
    NotFound,

    /// <summary>The person sees the record but may not do this: 403.</summary>
    Forbidden,

    /// <summary>The record is no longer what the person saw, or in another state: 409.</summary>
    Conflict,

    /// <summary>The <c>If-Match</c> header names an older version: 412.</summary>
    PreconditionFailed,

    /// <summary>Rules of the measures are not met: 422.</summary>
    Rules,
}

/// <summary>A request that was not carried out, with every reason at once. Nothing was written.</summary>
public sealed record Refusal(RefusalKind Kind, IReadOnlyList<Breach> Breaches)
{
    /// <summary>The version that the record has now, when a stale one was sent; null otherwise.</summary>
    public int? CurrentVersion { get; init; }

    /// <summary>Whether an older version was sent, as against a state in which this can't be done: with <c>If-Match</c> it is 412.</summary>
    public bool IsStale { get; init; }

    /// <summary>The codes of the rules concerned, for the audit trail; empty when none is.</summary>
    public string Codes => string.Join(',', Breaches.Select(b => b.Code).OfType<string>().Distinct());

    /// <summary>All messages in one line, for the audit trail.</summary>
    public string Summary => string.Join("；", Breaches.Select((b, i) => i < Breaches.Count - 1 ? b.Message.TrimEnd('。') : b.Message));
}

/// <summary>Ways to refuse; each converts to the <see cref="Outcome{T}"/> that a handler returns.</summary>
public static class Outcome
{
    /// <summary>The one value of commands that return nothing.</summary>
    public static MediatR.Unit Done => MediatR.Unit.Value;

    /// <summary>A value of an interface type, which converts to no outcome by itself.</summary>
    public static Outcome<T> Of<T>(T value) => Outcome<T>.Succeed(value);

    public static Refusal NotFound { get; } =
        new(RefusalKind.NotFound, [Breach.OfShape(null, "没有找到这条记录，或者您无权查看。")]);

    public static Refusal Forbidden(Breach breach) => new(RefusalKind.Forbidden, [breach]);

    public static Refusal Shape(string? field, string message) =>
        new(RefusalKind.Shape, [Breach.OfShape(field, message)]);

    /// <summary>The record is in a state in which this can't be done.</summary>
    public static Refusal WrongState(string message) =>
        new(RefusalKind.Conflict, [Breach.OfShape(null, message)]);

    /// <summary>Somebody changed the record after this person had opened it.</summary>
    /// <param name="currentVersion">The version it has now.</param>
    /// <param name="who">Who changed it last; null when that is not known.</param>
    public static Refusal Stale(int currentVersion, string? who = null) =>
        new(RefusalKind.Conflict, [Breach.OfShape(null,
            $"您打开之后，{(who is null ? "内容已被修改" : who + "修改了内容")}。请核对最新内容后再提交，您填写的内容仍然保留在页面上。")])
        {
            CurrentVersion = currentVersion,
            IsStale = true,
        };
}

/// <summary>What a handler answers: a value, or a refusal with its reasons. Exceptions are for bugs and broken infrastructure.</summary>
public sealed class Outcome<T> : IOutcome<Outcome<T>>
{
    private readonly T? _value;

    private Outcome(T? value, Refusal? refusal)
    {
        _value = value;
        Refusal = refusal;
    }

    public Refusal? Refusal { get; }

    public bool Succeeded => Refusal is null;

    /// <summary>The value. Throws when the request was refused: look at <see cref="Succeeded"/> first.</summary>
    public T Value => Refusal is null ? _value! : throw new InvalidOperationException("Refused: " + Refusal.Summary);

    internal static Outcome<T> Succeed(T value) => new(value, null);

    public static Outcome<T> Refused(Refusal refusal) => new(default, refusal);

    public static implicit operator Outcome<T>(T value) => new(value, null);

    public static implicit operator Outcome<T>(Refusal refusal) => new(default, refusal);

    public static implicit operator Outcome<T>(RuleCheck check) => new(default, check.ToRefusal());
}

/// <summary>What the pipeline needs to know of any outcome.</summary>
public interface IOutcome
{
    Refusal? Refusal { get; }
}

/// <summary>Lets the pipeline refuse on behalf of a handler whatever the handler's response type is.</summary>
public interface IOutcome<TSelf> : IOutcome where TSelf : IOutcome<TSelf>
{
    static abstract TSelf Refused(Refusal refusal);
}
