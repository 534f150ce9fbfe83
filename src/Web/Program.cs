using WeChatBankGov.Web.Start;

var app = GovHost.Build(args);
await app.Prepare();
await app.RunAsync();
