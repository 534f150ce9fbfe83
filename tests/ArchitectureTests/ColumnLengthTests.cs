using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FluentValidation;
using FluentValidation.Results;
using MediatR;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.Extensions.DependencyInjection;
using WeChatBankGov.Kernel.Data;

namespace WeChatBankGov.ArchitectureTests;

/// <summary>A text column's length is what a validator says to whoever fills it: longer is refused in Chinese, exactly as long is not.</summary>
public sealed class ColumnLengthTests
{
    private const string TooLong = "最多";

    private static readonly List<(string Column, string Source)> Lines =
    [
        .. File.ReadAllLines(Path.Combine(House.Root, "tests/ArchitectureTests/column-lengths.tsv")).Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split('\t')).Select(c => (c[0], c[1])),
    ];

    [Fact]
    public void Every_text_column_has_a_validator_of_its_length_or_a_reason_why_nobody_types_it()
    {
        var columns = Columns();
        columns.Count.ShouldBeGreaterThan(120);
        columns.Keys.Where(c => SourceOf(c) is null).ShouldBeEmpty("Give them a line in column-lengths.tsv.");
        Lines.Where(l => !columns.Keys.Any(c => Fits(l.Column, c))).Select(l => l.Column).ShouldBeEmpty("No such column any more.");
        columns.Select(c => (c.Key, c.Value, Source: SourceOf(c.Key)!)).Where(c => c.Source[0] != '-')
            .Select(c => Disagreement(c.Key, c.Value, c.Source)).OfType<string>().ShouldBeEmpty();
    }

    /// <summary>What the command's validator says otherwise than the column; null when both agree.</summary>
    private static string? Disagreement(string column, int length, string source)
    {
        var (command, path) = (source.Split(' ')[0], source.Split(' ')[1]);
        return !Refused(command, path, length + 1) ? $"{column} holds {length}, and {source} takes more"
            : Refused(command, path, length) ? $"{column} holds {length}, and {source} refuses that"
            : null;
    }

    private static bool Refused(string command, string path, int length)
    {
        var type = House.Types.Single(t => t.IsAssignableTo(typeof(IBaseRequest)) && (t.DeclaringType?.Name == command));
        JsonNode value = new string('长', length);
        foreach (var part in path.Split('.').Reverse())
        {
            value = part.EndsWith("[0]", StringComparison.Ordinal)
                ? new JsonObject { [part[..^3]] = new JsonArray(value) }
                : new JsonObject { [part] = value };
        }
        // The other texts are empty, for a form never sends none.
        foreach (var text in type.GetProperties().Where(p => p.PropertyType == typeof(string)).Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)))
        {
            value[text] ??= "";
        }
        var request = value.Deserialize(type, JsonSerializerOptions.Web)!;
        using var scope = House.App.Services.CreateScope();
        var validators = scope.ServiceProvider.GetServices(typeof(IValidator<>).MakeGenericType(type)).Cast<IValidator>().ToList();
        validators.ShouldNotBeEmpty($"{command} has no validator");
        return validators.SelectMany(v => v.Validate(new ValidationContext<object>(request)).Errors).Any(IsMeant);

        bool IsMeant(ValidationFailure failure) => failure.ErrorMessage.Contains(TooLong, StringComparison.Ordinal)
            && path.EndsWith(failure.PropertyName.Split('.')[^1], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>All text columns of ours with their lengths, those within complex properties too.</summary>
    private static Dictionary<string, int> Columns()
    {
        using var scope = House.App.Services.CreateScope();
        var model = scope.ServiceProvider.GetRequiredService<GovDbContext>().Model;
        return model.GetEntityTypes().Where(HouseConventions.IsOurs).SelectMany(e => e.GetFlattenedProperties())
            .Where(p => (p.GetTypeMapping().Converter?.ProviderClrType ?? p.ClrType) == typeof(string) && !p.ClrType.IsEnum)
            .ToDictionary(NameOf, p => p.GetMaxLength() ?? throw new InvalidOperationException($"{NameOf(p)} has no length."));
    }

    private static string NameOf(IReadOnlyPropertyBase property) => property.DeclaringType switch
    {
        IReadOnlyComplexType complex => $"{NameOf(complex.ComplexProperty)}.{property.Name}",
        var entity => $"{entity.ClrType.Name}.{property.Name}",
    };

    /// <summary>The first line that fits, so that a column's own line stands before those for several.</summary>
    private static string? SourceOf(string column) => Lines.Where(l => Fits(l.Column, column)).Select(l => l.Source).FirstOrDefault();

    private static bool Fits(string pattern, string column) =>
        Regex.IsMatch(column, "^" + Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal) + "$");
}
