using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CrisisFlow.Fetching.Guarding;
using CrisisFlow.Testing.Feeds;

namespace CrisisFlow.Fetching.Tests;

public sealed class CertificatesAreChecked
{
    [Theory(Timeout = 120_000)]
    [InlineData("127.0.0.1", 1)]
    [InlineData("127.0.0.1", -1)]
    [InlineData("10.9.8.7", 1)]
    public async Task A_certificate_that_nobody_signed_or_that_is_over_or_for_another_host_is_refused(
        string address,
        int days
    )
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=feeds", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Parse(address));
        request.CertificateExtensions.Add(names.Build());
        var end = TimeProvider.System.GetUtcNow().AddDays(days);
        using var certificate = request.CreateSelfSigned(end.AddDays(-10), end);
        await using var server = new FaultServer(certificate);
        var url = server.Answer("/feed", "secret");
        using var fetcher = new Fetcher(new GuardOptions { AllowHosts = [server.AllowHost] });
        var failed = Assert.IsType<FetchResult.Failed>(
            await fetcher.FetchAsync(new(url), TestContext.Current.CancellationToken)
        );
        Assert.Equal(
            (FetchFailure.Tls, $"'{url}' has no acceptable certificate or encryption."),
            (failed.Reason, failed.Message)
        );
        Assert.Empty(server.Requests);
    }
}
