using System.Text.Encodings.Web;
using System.Text.Json;
using WeChatBankGov.Text;

namespace WeChatBankGov.Screening.Findings;

/// <summary>The hits of one text as they are stored beside it: a handful, in one column, because nobody asks for one of them alone.</summary>
internal static class HitNotes
{
    /// <summary>More hits in one text say nothing new.</summary>
    private const int MostHits = 20;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IEnumerable<Hit> hits)
    {
        var notes = hits.Take(MostHits).Select(h => new Note(h.Term, h.Start, h.Length, (int)h.Disguise, (int)h.Level, h.Reason)).ToList();
        var text = JsonSerializer.Serialize(notes, Json);
        while (text.Length > ScreeningFindingConfig.NotesLength)
        {
            notes.RemoveAt(notes.Count - 1);
            text = JsonSerializer.Serialize(notes, Json);
        }
        return text;
    }

    public static IReadOnlyList<Hit> Read(string notes) =>
        [.. (JsonSerializer.Deserialize<List<Note>>(notes, Json) ?? []).Select(n => new Hit(n.T, n.S, n.L, (Disguise)n.D, (HitLevel)n.V, n.R))];

    private sealed record Note(string T, int S, int L, int D, int V, string? R);
}
