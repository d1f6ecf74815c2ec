using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace CrisisFlow.Testing.Mail;

/// <summary>A certificate that signed itself, for localhost and 127.0.0.1.</summary>
public static class TestCertificate
{
    private static readonly Lazy<X509Certificate2> One = new(() => For("localhost", IPAddress.Loopback));

    private static readonly Lazy<X509Certificate2> Stranger = new(() => For("mail.elsewhere.example", IPAddress.None));

    public static X509Certificate2 ForThisMachine => One.Value;

    /// <summary>Names another machine.</summary>
    public static X509Certificate2 ForElsewhere => Stranger.Value;

    /// <summary>Trusts these two, and only where nothing else is wrong with them: neither name nor dates.</summary>
    public static bool Trusts(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors) =>
        errors == SslPolicyErrors.RemoteCertificateChainErrors
        && certificate is not null
        && (certificate.Equals(ForThisMachine) || certificate.Equals(ForElsewhere));

    private static X509Certificate2 For(string name, IPAddress address)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name);
        names.AddIpAddress(address);
        request.CertificateExtensions.Add(names.Build());
        var now = DateTimeOffset.UtcNow;
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(certificate.Export(X509ContentType.Pkcs12), null);
    }
}
