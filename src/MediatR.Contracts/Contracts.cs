namespace MediatR;

/// <summary>What every request is, with a response or without.</summary>
public interface IBaseRequest;

/// <summary>A request without a response.</summary>
public interface IRequest : IBaseRequest;

/// <summary>A request that is answered with a <typeparamref name="TResponse"/>.</summary>
public interface IRequest<out TResponse> : IBaseRequest;

/// <summary>News that any number of handlers may hear.</summary>
public interface INotification;

/// <summary>A request that is answered with a stream of <typeparamref name="TResponse"/>.</summary>
public interface IStreamRequest<out TResponse>;

/// <summary>The response of a request that has none: every value equals every other.</summary>
public readonly struct Unit : IEquatable<Unit>, IComparable<Unit>, IComparable
{
    private static readonly Unit OnlyValue;

    public static ref readonly Unit Value => ref OnlyValue;

    public static Task<Unit> Task { get; } = System.Threading.Tasks.Task.FromResult(OnlyValue);

    public int CompareTo(Unit other) => 0;

    int IComparable.CompareTo(object? obj) => 0;

    public bool Equals(Unit other) => true;

    public override bool Equals(object? obj) => obj is Unit;

    public override int GetHashCode() => 0;

    public override string ToString() => "()";

    public static bool operator ==(Unit left, Unit right) => left.Equals(right);

    public static bool operator !=(Unit left, Unit right) => !left.Equals(right);

    public static bool operator <(Unit left, Unit right) => left.CompareTo(right) < 0;

    public static bool operator <=(Unit left, Unit right) => left.CompareTo(right) <= 0;

    public static bool operator >(Unit left, Unit right) => left.CompareTo(right) > 0;

    public static bool operator >=(Unit left, Unit right) => left.CompareTo(right) >= 0;
}
