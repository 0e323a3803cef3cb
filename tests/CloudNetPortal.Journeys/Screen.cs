using Microsoft.Playwright;

namespace CloudNetPortal.Journeys;

/// <summary>What the user sits in front of.</summary>
public sealed record Screen(int Width, int Height, bool Touch)
{
    /// <summary>A laptop: the narrowest screen the tables are made for.</summary>
    public static Screen Desk { get; } = new(1280, 800, Touch: false);

    /// <summary>A phone, held upright.</summary>
    public static Screen Phone { get; } = new(390, 844, Touch: true);

    internal BrowserNewContextOptions Options(Uri? portal, ColorScheme scheme) => new()
    {
        BaseURL = portal?.ToString(),
        ViewportSize = new() { Width = Width, Height = Height },
        HasTouch = Touch,
        IsMobile = Touch,
        ColorScheme = scheme,
        ReducedMotion = ReducedMotion.Reduce,
        Locale = "en-GB",
        TimezoneId = "Europe/Berlin",
        AcceptDownloads = true,
    };
}
