using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace WeChatBankGov.IntegrationTests.App;

/// <summary>A browser session or a script: keeps cookies, sends the antiforgery header, follows no redirect by itself.</summary>
public sealed partial class GovClient : IDisposable
{
    public const string Password = "Demo-2026-Bank";

    private readonly CookieContainer _cookies = new();
    private readonly HttpClient _http;
    private string? _antiforgery;

    public GovClient(Uri address)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = _cookies };
        _http = new HttpClient(handler) { BaseAddress = address };
    }

    /// <summary>The session as header lines, for who sends its requests by other means.</summary>
    public string SessionHeaders => $"Cookie: {_cookies.GetCookieHeader(_http.BaseAddress!)}\r\nRequestVerificationToken: {_antiforgery}\r\n";

    public async Task SignIn(string employeeNumber, string password = Password)
    {
        await SignInWith(employeeNumber, password);
        var tokens = await _http.GetFromJsonAsync<JsonObject>("/api/v1/antiforgery-token");
        _antiforgery = (string)tokens!["token"]!;
    }

    /// <summary>Through the page only: who has to choose a password first gets nothing from the API.</summary>
    public async Task SignInWith(string employeeNumber, string password)
    {
        var page = await _http.GetStringAsync("/sign-in");
        var answer = await _http.PostAsync("/sign-in", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["EmployeeNumber"] = employeeNumber,
            ["Password"] = password,
            ["__RequestVerificationToken"] = TokenOf(page),
        }));
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther, $"{employeeNumber} could not sign in");
    }

    public async Task TakeToken(string id, string secret, string? scope)
    {
        var form = new Dictionary<string, string> { ["grant_type"] = "client_credentials", ["client_id"] = id, ["client_secret"] = secret };
        if (scope is not null)
        {
            form["scope"] = scope;
        }
        var answer = await _http.PostAsync("/connect/token", new FormUrlEncodedContent(form));
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<JsonObject>();
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", (string)token!["access_token"]!);
    }

    /// <summary>Any request; the path is below /api/v1 unless it begins with a slash.</summary>
    public async Task<Answer> Send(HttpMethod method, string path, HttpContent? content = null, string? ifMatch = null)
    {
        using var request = new HttpRequestMessage(method, path.StartsWith('/') ? path : "/api/v1/" + path) { Content = content };
        if (_antiforgery is not null)
        {
            request.Headers.Add("RequestVerificationToken", _antiforgery);
        }
        if (ifMatch is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        }
        using var response = await _http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers);
    }

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    /// <summary>A file's bytes and its type.</summary>
    public async Task<(byte[] Bytes, string? Type)> Download(string path)
    {
        using var response = await _http.GetAsync(path.StartsWith('/') ? path : "/api/v1/" + path);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await response.Content.ReadAsByteArrayAsync(), response.Content.Headers.ContentType?.MediaType);
    }

    public Task<Answer> Post(string path, object? body = null) => Send(HttpMethod.Post, path, JsonContent.Create(body ?? new { }));

    public Task<Answer> Patch(string path, object body) => Send(HttpMethod.Patch, path, JsonContent.Create(body));

    public Task<Answer> Upload(string path, string field, byte[] bytes, string fileName, params (string Name, string Value)[] others)
    {
        var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), field, fileName } };
        foreach (var (name, value) in others)
        {
            form.Add(new StringContent(value), name);
        }
        return Send(HttpMethod.Post, path, form);
    }

    /// <summary>Posts a page's form, with the token that the page itself carries.</summary>
    public async Task<Answer> PostForm(string page, string action, params (string Name, string Value)[] fields)
    {
        var html = await _http.GetStringAsync(page);
        var all = fields.Append(("__RequestVerificationToken", TokenOf(html))).Select(f => KeyValuePair.Create(f.Item1, f.Item2));
        return await Send(HttpMethod.Post, action, new FormUrlEncodedContent(all));
    }

    /// <summary>As <see cref="PostForm"/>, with something that happens while the form is open.</summary>
    public async Task<Answer> PostFormAfter(
        string page, string action, Func<Task> meanwhile, params (string Name, string Value)[] fields)
    {
        var token = TokenOf(await _http.GetStringAsync(page));
        await meanwhile();
        return await Send(HttpMethod.Post, action, new FormUrlEncodedContent(
            fields.Append(("__RequestVerificationToken", token)).Select(f => KeyValuePair.Create(f.Item1, f.Item2))));
    }

    public void Dispose() => _http.Dispose();

    private static string TokenOf(string html) => TokenInput().Match(html) is { Success: true } match
        ? WebUtility.HtmlDecode(match.Groups[1].Value)
        : throw new InvalidOperationException("The page has no antiforgery token.");

    [GeneratedRegex("""name="__RequestVerificationToken" type="hidden" value="([^"]+)""")]
    private static partial Regex TokenInput();
}

/// <summary>What came back.</summary>
public sealed record Answer(HttpStatusCode Status, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonNode Json => JsonNode.Parse(Text) ?? throw new InvalidOperationException("The answer is null.");

    public JsonNode this[string property] => Json[property] ?? throw new InvalidOperationException($"No {property} in {Text}");

    /// <summary>The rule codes of a problem's breaches, advice left out; empty when there are none.</summary>
    public IReadOnlyList<string> Codes =>
        [.. Json["breaches"]!.AsArray().Where(b => !(bool)b!["advice"]!).Select(b => (string?)b!["code"]).OfType<string>()];

    /// <summary>Asserts the status and shows the body when it differs.</summary>
    public Answer Expect(HttpStatusCode status)
    {
        Status.ShouldBe(status, Text.Length > 2000 ? Text[..2000] : Text);
        return this;
    }
}
