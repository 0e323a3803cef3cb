namespace CloudNetPortal.Cli.Clouds;

/// <summary>Tells a practice cloud from a real one. Accepting errors by name is for practice clouds only.</summary>
internal static class PracticeMark
{
    /// <summary>True when the address has the face by which a practice cloud is controlled. No secret is sent to find out.</summary>
    public static async Task<bool> IsPracticeAsync(Uri api, CancellationToken cancel)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(10) };
        try
        {
            using var answer = await http.GetAsync(new Uri(api, "/control/pace"), cancel);
            return answer.IsSuccessStatusCode && (await answer.Content.ReadAsStringAsync(cancel)).Contains("systemVms", StringComparison.OrdinalIgnoreCase);
        }
        catch (HttpRequestException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }
}
