using System.Text.RegularExpressions;

namespace Digest.Infra.Tests;

internal sealed record BicepDeclaration(string Kind, string Name, int Line)
{
    /// <summary>A resource's type and version, or a module's path.</summary>
    public string? Target { get; init; }

    /// <summary>Of a param: whether it may be left out.</summary>
    public bool HasDefault { get; init; }

    /// <summary>The tokens after its head, up to the next declaration.</summary>
    public IReadOnlyList<BicepToken> Body { get; init; } = [];
}

/// <summary>
/// A Bicep file as far as it can be checked without its compiler: brackets, declarations, references, versions. It does not know the resource types' properties; <c>az bicep build</c> does
/// (infra/README.md), where there is one.
/// </summary>
internal sealed partial class BicepFile
{
    private static readonly string[] Kinds = ["param", "var", "resource", "module", "output", "targetScope", "metadata", "func", "type", "import"];

    /// <summary>What the language brings along, as far as our files use it.</summary>
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "true", "false", "null", "for", "in", "if", "existing", "string", "int", "bool", "object", "array",
        "description", "minLength", "maxLength", "minValue", "maxValue", "allowed", "secure",
        "guid", "uniqueString", "toLower", "union", "empty", "subscription", "tenant", "subscriptionResourceId", "listKeys",
    };

    private readonly List<BicepToken> tokens;
    private readonly List<BicepProblem> problems = [];

    public BicepFile(string name, string text)
    {
        Name = name;
        tokens = BicepTokens.Read(name, text, problems);
        Declarations = [.. ReadDeclarations()];
        CheckBrackets();
        CheckDeclarations();
        CheckReferences();
    }

    public static IReadOnlyDictionary<string, BicepFile> All { get; } =
        Directory.EnumerateFiles(Repository.InfraFolder, "*.bicep").ToDictionary(path => Path.GetFileName(path), path => new BicepFile(Path.GetFileName(path), File.ReadAllText(path)), StringComparer.Ordinal);

    public string Name { get; }

    public IReadOnlyList<BicepDeclaration> Declarations { get; }

    public IReadOnlyList<BicepProblem> Problems => problems;

    public IEnumerable<BicepDeclaration> Of(string kind) => Declarations.Where(each => each.Kind == kind);

    public BicepDeclaration The(string kind, string name) => Declarations.Single(each => each.Kind == kind && each.Name == name);

    /// <summary>All strings of a declaration that do not interpolate, in order.</summary>
    public static IEnumerable<string> Texts(BicepDeclaration declaration) => declaration.Body.Where(token => token.Kind == BicepTokenKind.Text).Select(token => token.Text);

    /// <summary>The keys of the object that follows a key ("params", "properties") within a declaration.</summary>
    public static IEnumerable<(string Key, int Line)> Keys(BicepDeclaration declaration, string of)
    {
        var body = declaration.Body;
        var at = 0;
        while (at + 2 < body.Count && !(body[at].IsWord(of) && body[at + 1].Is(":") && body[at + 2].Is("{")))
            at++;
        var depth = 0;
        for (at += 2; at < body.Count; at++)
        {
            if (body[at].Is("{") || body[at].Is("[") || body[at].Is("("))
                depth++;
            else if ((body[at].Is("}") || body[at].Is("]") || body[at].Is(")")) && --depth == 0)
                yield break;
            else if (depth == 1 && IsKey(body, at))
                yield return (body[at].Text, body[at].Line);
        }
    }

    /// <summary>Whether a word stands where an object's key does: at the start of a line or after its brace, and before a colon. (In "a ? b : c" a word stands before a colon too.)</summary>
    private static bool IsKey(IReadOnlyList<BicepToken> tokens, int at) =>
        tokens[at].Kind == BicepTokenKind.Word && at + 1 < tokens.Count && tokens[at + 1].Is(":") && (tokens[at].StartsLine || (at > 0 && (tokens[at - 1].Is("{") || tokens[at - 1].Is(","))));

    private IEnumerable<BicepDeclaration> ReadDeclarations()
    {
        // Declarations stand at the outermost level, so a property called "type" or "output" is none.
        var (depth, heads) = (0, new List<int>());
        for (var i = 0; i < tokens.Count; i++)
        {
            if (depth == 0 && tokens[i] is { Kind: BicepTokenKind.Word, StartsLine: true } && Kinds.Contains(tokens[i].Text))
                heads.Add(i);
            if (tokens[i].Is("{") || tokens[i].Is("[") || tokens[i].Is("("))
                depth++;
            else if (tokens[i].Is("}") || tokens[i].Is("]") || tokens[i].Is(")"))
                depth--;
        }

        for (var i = 0; i < heads.Count; i++)
        {
            var (head, end) = (heads[i], i + 1 < heads.Count ? heads[i + 1] : tokens.Count);
            if (tokens[head].IsWord("targetScope") || head + 1 >= end)
                continue;
            var hasTarget = tokens[head].Text is "resource" or "module" && head + 2 < end && tokens[head + 2].Kind == BicepTokenKind.Text;
            var body = tokens.GetRange(head + (hasTarget ? 3 : 2), end - head - (hasTarget ? 3 : 2));
            yield return new(tokens[head].Text, tokens[head + 1].Text, tokens[head].Line)
            {
                Target = hasTarget ? tokens[head + 2].Text : null,
                HasDefault = body.TakeWhile(token => !token.StartsLine || token.Line == tokens[head].Line).Any(token => token.Is("=")),
                Body = body,
            };
        }
    }

    private void CheckBrackets()
    {
        var open = new Stack<BicepToken>();
        foreach (var token in tokens)
        {
            if (token.Is("{") || token.Is("[") || token.Is("("))
                open.Push(token);
            else if (token.Is("}") || token.Is("]") || token.Is(")"))
            {
                var expected = token.Text switch { "}" => "{", "]" => "[", _ => "(" };
                if (!open.TryPop(out var opening))
                    problems.Add(new(Name, token.Line, $"a \"{token.Text}\" closes nothing"));
                else if (!opening.Is(expected))
                    problems.Add(new(Name, token.Line, $"a \"{token.Text}\" closes the \"{opening.Text}\" of line {opening.Line}"));
            }
        }

        foreach (var left in open)
            problems.Add(new(Name, left.Line, $"a \"{left.Text}\" is never closed"));
    }

    private void CheckDeclarations()
    {
        foreach (var twice in Declarations.Where(each => each.Kind != "output").GroupBy(each => each.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            problems.Add(new(Name, twice.Last().Line, $"{twice.Key} is declared twice"));
        foreach (var twice in Of("output").GroupBy(each => each.Name, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
            problems.Add(new(Name, twice.Last().Line, $"the output {twice.Key} is declared twice"));
        foreach (var resource in Of("resource").Where(each => !ResourceType().IsMatch(each.Target ?? "")))
            problems.Add(new(Name, resource.Line, $"the resource {resource.Name} is of \"{resource.Target}\"; expected a type and its version, 'Microsoft.Web/sites@2024-04-01'"));
        foreach (var module in Of("module").Where(each => each.Target is null || !each.Target.EndsWith(".bicep", StringComparison.Ordinal)))
            problems.Add(new(Name, module.Line, $"the module {module.Name} is no file of ours"));
    }

    private void CheckReferences()
    {
        var declared = Declarations.Where(each => each.Kind != "output").Select(each => each.Name).ToHashSet(StringComparer.Ordinal);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var declaration in Declarations)
        {
            var local = LoopVariables(declaration.Body).ToHashSet(StringComparer.Ordinal);
            for (var i = 0; i < declaration.Body.Count; i++)
            {
                var token = declaration.Body[i];
                if (token.Kind != BicepTokenKind.Word || IsKey(declaration.Body, i) || (i > 0 && declaration.Body[i - 1].Is(".")) || local.Contains(token.Text) || Known.Contains(token.Text))
                    continue;
                if (declared.Contains(token.Text))
                    used.Add(token.Text);
                else
                    problems.Add(new(Name, token.Line, $"{token.Text} is not declared"));
            }
        }

        foreach (var unused in Declarations.Where(each => each.Kind is "param" or "var" && !used.Contains(each.Name)))
            problems.Add(new(Name, unused.Line, $"the {unused.Kind} {unused.Name} is not used"));
    }

    /// <summary>"for name in", "for (name, i) in".</summary>
    private static IEnumerable<string> LoopVariables(IReadOnlyList<BicepToken> body)
    {
        for (var i = 0; i < body.Count; i++)
        {
            if (!body[i].IsWord("for"))
                continue;
            for (var j = i + 1; j < body.Count && !body[j].IsWord("in"); j++)
            {
                if (body[j].Kind == BicepTokenKind.Word)
                    yield return body[j].Text;
            }
        }
    }

    [GeneratedRegex(@"^Microsoft\.[A-Za-z]+(/[A-Za-z]+)+@20[0-9]{2}-[0-9]{2}-[0-9]{2}(-preview)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ResourceType();
}
