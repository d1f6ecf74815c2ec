namespace CrisisFlow.Fetching.Guarding;

/// <summary>Why nothing was fetched or sent; a closed set that is stored, counted and shown.</summary>
public enum FetchFailure
{
    /// <summary>Neither http nor https.</summary>
    Scheme,

    /// <summary>The address is no proper one: too long, with a backslash, without a host.</summary>
    Address,

    /// <summary>The address carries a user or password.</summary>
    UserInfo,

    /// <summary>A port other than 80 and 443 that no setting names.</summary>
    Port,

    /// <summary>The host is, or may lead to, an address that is not public and that no setting names.</summary>
    NotPublic,

    /// <summary>The host's name has no address.</summary>
    Name,

    /// <summary>No connection, or it broke before there was an answer.</summary>
    Connection,

    /// <summary>The certificate or the encryption is not acceptable.</summary>
    Tls,

    Timeout,

    /// <summary>The answer is not HTTP as it should be, or its headers are too long.</summary>
    Protocol,

    /// <summary>More than the allowed redirects, or one that leads nowhere.</summary>
    Redirect,

    /// <summary>A redirect from https to http.</summary>
    Downgrade,

    /// <summary>An unrequested content encoding, more than one, or damaged data.</summary>
    Encoding,

    /// <summary>Grows too much when it is unpacked.</summary>
    Ratio,

    /// <summary>429, or 503 with a time to wait.</summary>
    Busy,

    /// <summary>A page that asks for proof of a human.</summary>
    Challenge,

    /// <summary>410: the source is permanently gone.</summary>
    Gone,

    /// <summary>Any other status.</summary>
    Status,

    /// <summary>Something came, but no document.</summary>
    Unreadable,
}
