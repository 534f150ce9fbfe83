using WeChatBankGov.Kernel.People;

namespace WeChatBankGov.Organisation.Institutions.Import;

/// <summary>One line of an institution register to be imported.</summary>
/// <param name="Line">The line in the file, from 1, the heading included.</param>
/// <param name="Code">The register's code.</param>
/// <param name="Level">One of the five of article 8.</param>
/// <param name="Name">浙江省分行</param>
/// <param name="FullPlaceName">The place's official name; may be empty.</param>
/// <param name="PlaceName">浙江; empty for the head office.</param>
/// <param name="ParentCode">Empty for the head office only.</param>
internal sealed record InstitutionRow(
    int Line, string Code, InstitutionLevel Level, string Name, string FullPlaceName, string PlaceName, string ParentCode);

/// <summary>Something to know about one line of the file.</summary>
/// <param name="Line">From 1; 0 for the file as a whole.</param>
/// <param name="Message">In Chinese.</param>
internal sealed record LineNote(int Line, string Message);
