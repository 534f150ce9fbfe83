using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using WeChatBankGov.Kernel.Accounts;
using WeChatBankGov.Registration.Applications;

namespace WeChatBankGov.Benchmarks.Limit;

/// <summary>Columns as the API spells them.</summary>
internal static class LimitJson
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly string[] States = [.. Enumerable.Range(0, 20).Select(i => ((ApplicationState)i).ToString())];
    private static readonly string[] Forms = [.. Enumerable.Range(0, 4).Select(i => ((AccountForm)i).ToString())];

    public static Utf8JsonWriter Writer(IBufferWriter<byte> target) => new(target, Options);

    public static string State(int value) => States[value];

    public static string Form(int value) => Forms[value];

    public static void Text(this Utf8JsonWriter json, ReadOnlySpan<byte> name, SqliteDataReader row, int column) => json.WriteString(name, row.Text(column));

    public static void Id(this Utf8JsonWriter json, ReadOnlySpan<byte> name, SqliteDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNull(name);
            return;
        }
        json.WriteString(name, Guid.Parse(row.GetString(column)));
    }

    public static void Truth(this Utf8JsonWriter json, ReadOnlySpan<byte> name, SqliteDataReader row, int column)
    {
        if (row.IsDBNull(column))
        {
            json.WriteNull(name);
            return;
        }
        json.WriteBoolean(name, row.GetInt32(column) != 0);
    }

    /// <summary>2026-11-23 01:30:00.5 → 2026-11-23T01:30:00.5Z</summary>
    public static void Time(this Utf8JsonWriter json, ReadOnlySpan<byte> name, SqliteDataReader row, int column) =>
        json.WriteString(name, string.Concat(row.GetString(column).Replace(' ', 'T'), "Z"));
}
