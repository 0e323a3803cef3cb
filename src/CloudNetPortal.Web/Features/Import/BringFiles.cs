using System.Security.Cryptography;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Import.Zones;
using CloudNetPortal.Store;
using CloudNetPortal.Store.Imports;
using CloudNetPortal.Web.Access;
using CloudNetPortal.Web.Shared;
using Microsoft.EntityFrameworkCore;
using KeptFile = CloudNetPortal.Store.Imports.ImportFile;
using ReadFile = CloudNetPortal.Import.Reading.ImportFile;

namespace CloudNetPortal.Web.Features.Import;

/// <summary>Keeps files that somebody brings, as a new import or with one that is open. Nothing is taken over yet.</summary>
internal sealed class BringFiles(IDbContextFactory<PortalDbContext> store, ImportEvidence evidence, TimeProvider time)
{
    /// <summary>Longest file; sealing adds a little to it.</summary>
    public const int LongestFile = KeptFile.Longest - 4096;

    public async Task<Answer<Guid>> Execute(Caller caller, Guid? import, IReadOnlyList<BroughtFile> files, CancellationToken cancel = default)
    {
        if (!caller.MayImport())
            return new Forbidden("You cannot import: that needs the role catalogue editor or zone designer, which an administrator gives.");
        if (files.Count == 0)
            return new Refused("No file was chosen.");
        if (files.Where(f => f.Bytes.Length > LongestFile).Select(f => f.Name).ToList() is { Count: > 0 } tooLong)
            return new Refused($"{Words.List(tooLong)}: a file may have at most 20 MB. Pack it into a zip archive or split it.");
        await using var db = (await store.CreateDbContextAsync(cancel)).As(caller.For(this));
        ImportRun run;
        if (import is null)
        {
            run = new ImportRun { By = caller.Id, ByName = caller.Name, At = time.GetUtcNow(), Kind = KindOf(files) };
            db.Imports.Add(run);
        }
        else if (await db.Imports.SingleOrDefaultAsync(i => i.Id == import, cancel) is { AcceptedAt: null, DiscardedAt: null } open)
            run = open;
        else
            return new Refused("This import is closed. Start a new one.");

        var kept = await db.Set<KeptFile>().Where(f => f.ImportRunId == run.Id).Select(f => new { f.Name, f.Sha256, Length = f.Bytes.Length }).ToListAsync(cancel);
        if (kept.Sum(k => (long)k.Length) + files.Sum(f => (long)f.Bytes.Length) > Upload.MostBytes || kept.Count + files.Count > Upload.MostFiles)
            return new Refused($"An import takes at most {Upload.MostFiles:N0} files and {Upload.MostBytes / (1024 * 1024)} MB. Import in several parts.");
        var names = kept.Select(k => k.Name).ToHashSet(StringComparer.Ordinal);
        var known = kept.Select(k => (k.Name, k.Sha256)).ToHashSet();
        foreach (var file in files)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(file.Bytes));
            var name = file.Name.Length > 480 ? file.Name[^480..] : file.Name;
            // The same file dropped twice is one file.
            if (!known.Add((name, hash)))
                continue;
            for (var copy = 2; !names.Add(name); copy++)
                name = $"{file.Name} ({copy})";
            db.Add(new KeptFile { ImportRunId = run.Id, Name = name, Bytes = evidence.Seal(file.Bytes), Sha256 = hash });
        }
        await db.SaveChangesAsync(cancel);
        return run.Id;
    }

    private static string KindOf(IReadOnlyList<BroughtFile> files) =>
        files.All(f => ZoneFileImporter.For(new ReadFile(f.Name, f.Bytes)) is not null) ? "zone" : "inventory";
}

/// <summary>A file as the browser sent it.</summary>
public sealed record BroughtFile(string Name, byte[] Bytes);
