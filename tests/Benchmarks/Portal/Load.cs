using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace WeChatBankGov.Benchmarks.Portal;

/// <summary>What a load came to.</summary>
/// <param name="PerSecond">Answers a second.</param>
/// <param name="P99">The time that 99 of 100 answers stayed below.</param>
internal sealed record LoadResult(double PerSecond, TimeSpan P99);

/// <summary>
/// Sends requests over a few connections, the next when the last is answered. Sockets and bytes: the cheaper the client, the more of
/// what is measured is the server. Throws when an answer is not 200.
/// </summary>
internal static class Load
{
    private const int Connections = 4;

    /// <param name="address">The server's.</param>
    /// <param name="requests">The whole bytes of request number n, from 0.</param>
    /// <param name="count">How many are sent.</param>
    public static LoadResult Send(Uri address, Func<int, byte[]> requests, int count)
    {
        var next = -1;
        var took = new long[count];
        Exception? failed = null;
        var threads = Enumerable.Range(0, Connections).Select(_ => new Thread(Work)).ToList();
        var watch = Stopwatch.StartNew();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        watch.Stop();
        if (failed is not null)
        {
            throw new InvalidOperationException("The load broke off.", failed);
        }
        Array.Sort(took);
        return new(count / watch.Elapsed.TotalSeconds, Stopwatch.GetElapsedTime(0, took[count * 99 / 100]));

        void Work()
        {
            try
            {
                using var connection = new Connection(address);
                for (var i = Interlocked.Increment(ref next); i < count && failed is null; i = Interlocked.Increment(ref next))
                {
                    var sent = Stopwatch.GetTimestamp();
                    connection.Ask(requests(i));
                    took[i] = Stopwatch.GetTimestamp() - sent;
                }
            }
            catch (Exception broken)
            {
                failed = broken;
            }
        }
    }

    /// <summary>A request's bytes; a body is JSON.</summary>
    public static byte[] Request(string method, string path, string headers, string? body = null)
    {
        var length = body is null ? "" : string.Create(CultureInfo.InvariantCulture, $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n");
        return Encoding.UTF8.GetBytes($"{method} {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{headers}{length}\r\n{body}");
    }

    private sealed class Connection : IDisposable
    {
        private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = 60_000 };
        private readonly byte[] _buffer = new byte[1 << 20];

        public Connection(Uri address) => _socket.Connect(address.Host, address.Port);

        public ReadOnlySpan<byte> Ask(byte[] request)
        {
            _socket.Send(request);
            var (filled, bodyAt) = (0, 0);
            while (bodyAt == 0)
            {
                filled += Receive(filled);
                bodyAt = _buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8) + 4;
                bodyAt = bodyAt == 3 ? 0 : bodyAt;
            }
            var head = _buffer.AsSpan(0, bodyAt);
            if (!head.StartsWith("HTTP/1.1 200"u8))
            {
                throw new InvalidOperationException(Encoding.UTF8.GetString(_buffer, 0, filled));
            }
            // Which of the two ways a server ends its answer; the last chunk is empty.
            var lengthAt = head.IndexOf("Content-Length: "u8);
            if (lengthAt >= 0)
            {
                var digits = head[(lengthAt + 16)..];
                var end = bodyAt + int.Parse(digits[..digits.IndexOf((byte)'\r')], CultureInfo.InvariantCulture);
                while (filled < end)
                {
                    filled += Receive(filled);
                }
            }
            else
            {
                while (!_buffer.AsSpan(0, filled).EndsWith("\r\n0\r\n\r\n"u8))
                {
                    filled += Receive(filled);
                }
            }
            return _buffer.AsSpan(bodyAt, filled - bodyAt);
        }

        public void Dispose() => _socket.Dispose();

        private int Receive(int at) => _socket.Receive(_buffer.AsSpan(at)) is var count and > 0
            ? count
            : throw new InvalidOperationException("The server hung up.");
    }
}
