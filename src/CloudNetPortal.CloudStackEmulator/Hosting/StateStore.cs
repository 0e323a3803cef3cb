using System.Text.Json;
using System.Text.Json.Serialization;
using CloudNetPortal.CloudStackEmulator.Cloud;

namespace CloudNetPortal.CloudStackEmulator.Hosting;

/// <summary>Keeps the cloud in a file: written beside it and renamed over it, so that a kill leaves the old or the new state, never half of one.</summary>
internal sealed class StateStore(string? file)
{
    private static readonly JsonSerializerOptions Style = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };
    private static readonly UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public CloudState Load(DateTimeOffset now)
    {
        if (file is null || !File.Exists(file))
            return new CloudState();
        var cloud = Read(file);
        foreach (var job in cloud.Jobs.Rows.Where(j => j.Status == 0))
            Jobs.JobRunner.Lose(job, now);
        return cloud;
    }

    public void Save(CloudState cloud)
    {
        if (file is not null)
            Write(file, stream => JsonSerializer.Serialize(stream, cloud, Style));
    }

    /// <summary>The keys of a cloud that was started without any: made once, readable by the owner only.</summary>
    public (string Key, string Secret) Keys()
    {
        var path = file is null ? null : file + ".keys";
        if (path is not null && File.Exists(path) && File.ReadAllLines(path) is [var key, var secret, ..])
            return (key, secret);
        var made = (PracticeCloudOptions.NewKey(), PracticeCloudOptions.NewKey());
        if (path is not null)
            Write(path, stream => stream.Write(System.Text.Encoding.ASCII.GetBytes($"{made.Item1}\n{made.Item2}\n")));
        return made;
    }

    private static CloudState Read(string path)
    {
        try
        {
            using var stream = File.OpenRead(path);
            return JsonSerializer.Deserialize<CloudState>(stream) ?? new CloudState();
        }
        catch (JsonException problem)
        {
            throw new IOException($"{path} is not the state of a practice cloud: {problem.Message} Move it away to begin with an empty cloud.", problem);
        }
    }

    private static void Write(string path, Action<Stream> content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(path + ".new", options))
            content(stream);
        File.Move(path + ".new", path, overwrite: true);
    }
}
