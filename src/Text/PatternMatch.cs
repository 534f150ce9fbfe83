namespace WeChatBankGov.Text;

/// <summary>Where the automaton says that a pattern stands. A part counts within the expansion of one character.</summary>
/// <param name="FirstPart">The part of the first character that the match begins with; 0 unless the character expands.</param>
/// <param name="LastPart">The part of the last character that the match ends with.</param>
/// <param name="SignsAreLetters">The reading of ambiguous signs in which the match was found.</param>
internal readonly record struct PatternMatch(Pattern Pattern, int Start, int End, int FirstPart, int LastPart, bool SignsAreLetters);
