using Microsoft.EntityFrameworkCore;
using WeChatBankGov.Kernel;
using WeChatBankGov.Kernel.Calendar;
using WeChatBankGov.Kernel.Data;
using WeChatBankGov.Kernel.Seeding;

namespace WeChatBankGov.Screening.Vocabulary;

/// <summary>Where the vocabulary in force is found, in memory. Safe to use from many threads.</summary>
internal sealed class VocabularyShelf(IDbContextFactory<GovDbContext> contexts)
{
    private TermVocabulary? _current;

    public TermVocabulary Current => Volatile.Read(ref _current) ?? throw new InvalidOperationException("The vocabulary is prepared at the start.");

    /// <summary>Puts this in force here, unless something newer is already.</summary>
    public void Take(TermVocabulary vocabulary)
    {
        if (Volatile.Read(ref _current) is not { } known || known.Version < vocabulary.Version)
        {
            Volatile.Write(ref _current, vocabulary);
        }
    }

    /// <summary>Looks whether another host has published something; one small query.</summary>
    public async Task Refresh(CancellationToken cancel)
    {
        await using var db = await contexts.CreateDbContextAsync(cancel);
        var newest = await db.Set<VocabularyVersion>().MaxAsync(v => (int?)v.Version, cancel);
        if (newest is { } version && version != Volatile.Read(ref _current)?.Version)
        {
            Take((await db.Set<VocabularyVersion>().AsNoTracking().SingleAsync(v => v.Version == version, cancel)).ToVocabulary());
        }
    }

    /// <summary>The vocabulary of a version, in force or not.</summary>
    public async Task<TermVocabulary> Get(int version, CancellationToken cancel)
    {
        if (Current.Version == version)
        {
            return Current;
        }
        await using var db = await contexts.CreateDbContextAsync(cancel);
        return (await db.Set<VocabularyVersion>().AsNoTracking().SingleAsync(v => v.Version == version, cancel)).ToVocabulary();
    }
}

/// <summary>The first version: what article 6 names. Afterwards the vocabulary is the administrator's.</summary>
internal sealed class VocabularySeed(GovDbContext db, VocabularyShelf shelf, BankOptions bank, TimeProvider clock) : IPreparation
{
    public async Task Prepare(CancellationToken cancel)
    {
        if (!await db.Set<VocabularyVersion>().AnyAsync(cancel))
        {
            db.Add(new VocabularyVersion
            {
                Version = 1,
                Content = VocabularyDocument.Default(bank).Write(),
                Summary = "初始字样",
                Reason = "《办法》第六条列举的字样",
                PublishedByName = "系统",
                PublishedAt = clock.UtcNow(),
            });
            await db.SaveChangesAsync(cancel);
        }
        await shelf.Refresh(cancel);
    }
}
