namespace CloudNetPortal.Web.Shell;

/// <summary>Every address of the portal. Features add theirs here, so that no page writes an address by hand.</summary>
internal static class PortalUrls
{
    public const string Home = "/";
    public const string SignIn = "/sign-in";
    public const string SignOut = "/sign-out";
    public const string Setup = "/setup";
    public const string Help = "/help";
    public const string Look = "/about/look";
    public const string People = "/admin/people";
    public const string NewPerson = "/admin/people/new";
    public const string Teams = "/admin/teams";
    public const string NotFound = "/not-found";
    public const string Forbidden = "/forbidden";
    public const string Error = "/error";

    public static string Person(Guid id) => $"{People}/{id}";
    public const string Zones = "/zones";
    public const string NewZone = "/zones/new";
    public const string Import = "/import";
    public const string Changes = "/changes";
    public const string Rules = "/rules";
    public const string Pushes = "/pushes";
    public const string Clouds = "/clouds";
    public const string History = "/history";
    public const string Policy = "/admin/policy";
    public const string NewCloud = "/clouds/new";
    public const string Findings = "/findings";

    /// <summary>A step of an import: sources, mapping, problems, difference, zones.</summary>
    public static string ImportRun(Guid id, string step = "sources") => $"{Import}/{id}/{step}";

    /// <summary>The page of a rule: why it exists, examples, cure.</summary>
    public static string Rule(string id) => $"{Rules}/{id}";

    /// <summary>A section of a zone's workspace.</summary>
    public static string Zone(Guid id, string section = "basics") => $"{Zones}/{id}/{section}";

    /// <summary>The draft of a zone as a file: design.json, marvin.cfg, plan.txt.</summary>
    public static string ZoneFile(Guid id, string form) => $"/api/v1/zones/{id}/{form}";

    /// <summary>A change request by its number.</summary>
    public static string Change(int number) => $"{Changes}/{number}";

    /// <summary>A part of a change request.</summary>
    public static string Change(int number, string tab) => $"{Changes}/{number}/{tab}";

    /// <summary>A push.</summary>
    public static string Push(Guid id) => $"{Pushes}/{id}";

    /// <summary>Where zones differ from what was pushed.</summary>
    public const string Drift = "/drift";

    /// <summary>Where one zone differs from what was pushed.</summary>
    public static string ZoneDrift(Guid id) => $"{Zones}/{id}/drift";

    /// <summary>Bringing a zone of a cloud into the portal.</summary>
    public static string ImportFromCloud(Guid id) => $"{Clouds}/{id}/import-zone";

    /// <summary>A cloud.</summary>
    public static string Cloud(Guid id) => $"{Clouds}/{id}";
    public const string Devices = "/devices";
    public const string Datacenters = "/datacenters";
    public const string Cables = "/cables";
    public const string Connect = "/cabling/connect";

    /// <summary>A rack and what stands in it.</summary>
    public static string Rack(Guid id) => $"/racks/{id}";

    /// <summary>The way of a port.</summary>
    public static string Trace(Guid port) => $"/trace/{port}";

    /// <summary>The drawing of a host as a file.</summary>
    public static string HostSvg(string device) => $"/diagrams/host/{Uri.EscapeDataString(device)}.svg";

    /// <summary>A part of a device: overview, interfaces, logical, cables, lldp, history.</summary>
    /// <summary>A finding in the list of its zone.</summary>
    public static string Finding(Guid zone, string fingerprint) => $"{Zone(zone, "findings")}#finding-{fingerprint}";

    public static string Device(string name, string part) => $"{Devices}/{Uri.EscapeDataString(name)}/{part}";

    /// <summary>A device by name.</summary>
    public static string Device(string name) => $"/devices/{Uri.EscapeDataString(name)}";

    /// <summary>The sign-in page, which leads back to <paramref name="returnUrl"/> afterwards.</summary>
    public static string SignInAndReturn(string returnUrl) => $"{SignIn}?returnUrl={Uri.EscapeDataString(returnUrl)}";
}
