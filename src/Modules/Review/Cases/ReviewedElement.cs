using WeChatBankGov.Review.Contracts;

namespace WeChatBankGov.Review.Cases;

/// <summary>One of the three elements as it was submitted, with its verdict once it is judged.</summary>
internal sealed class ReviewedElement
{
    public Guid ReviewId { get; init; }

    public required IdentityElement Element { get; init; }

    public required string Text { get; init; }

    /// <summary>Whether it changed since the last review.</summary>
    public required bool Changed { get; init; }

    /// <summary>Null until it is judged.</summary>
    public bool? Conforms { get; set; }

    /// <summary>Why it does not conform; empty when it does, or until it is judged.</summary>
    public string Reason { get; set; } = "";

    public List<ReviewedFile> Files { get; init; } = [];
}

/// <summary>A file of an element, in the order given.</summary>
internal sealed class ReviewedFile
{
    public Guid ReviewId { get; init; }

    public IdentityElement Element { get; init; }

    /// <summary>From 1.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }

    /// <summary>The address asks for the record's own permission.</summary>
    public required string Href { get; init; }

    public required bool IsImage { get; init; }
}

/// <summary>Somebody who drafted or submitted what is reviewed (R07-4).</summary>
internal sealed class ReviewContributor
{
    public Guid ReviewId { get; init; }

    public required Guid PersonId { get; init; }
}
