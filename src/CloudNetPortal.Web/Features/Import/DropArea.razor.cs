using System.Text;
using CloudNetPortal.Import.Inventory;
using CloudNetPortal.Web.Shared;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace CloudNetPortal.Web.Features.Import;

public partial class DropArea
{
    private readonly string id = "d" + Guid.NewGuid().ToString("n")[..8];
    private bool busy;
    private bool ready;
    private string? progress;

    private string HelpId => $"{id}-help";

    private string? problem;
    private string pastedName = "pasted.txt";
    private string pasted = "";

    [Parameter, EditorRequired] public EventCallback<IReadOnlyList<BroughtFile>> OnFiles { get; set; }

    // The browser listens to the field only after its first drawing: files chosen before that would be lost without a word.
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
            return;
        await Task.Yield();
        ready = true;
        StateHasChanged();
    }

    private async Task Chosen(InputFileChangeEventArgs chosen)
    {
        problem = null;
        if (chosen.FileCount > Upload.MostFiles)
        {
            problem = $"An import takes at most {Upload.MostFiles:N0} files; {chosen.FileCount:N0} were chosen. Import in several parts, or pack them into a zip archive.";
            return;
        }
        var files = chosen.GetMultipleFiles(Upload.MostFiles);
        if (files.FirstOrDefault(f => f.Size > Import.BringFiles.LongestFile) is { } large)
        {
            problem = $"{large.Name} has {large.Size / (1024 * 1024):N0} MB; a file may have at most 20 MB. Pack it into a zip archive or split it.";
            return;
        }
        if (files.Sum(f => f.Size) > Upload.MostBytes)
        {
            problem = $"The files have more than {Upload.MostBytes / (1024 * 1024)} MB together. Import in several parts.";
            return;
        }
        busy = true;
        var brought = new List<BroughtFile>();
        foreach (var file in files)
        {
            progress = $"Reading {brought.Count + 1} of {files.Count}: {file.Name}";
            StateHasChanged();
            await using var stream = file.OpenReadStream(Import.BringFiles.LongestFile);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            brought.Add(new(file.Name, bytes.ToArray()));
        }
        progress = $"Keeping {Words.Count(brought.Count, "file")} …";
        await OnFiles.InvokeAsync(brought);
        progress = null;
        busy = false;
    }

    private async Task Paste()
    {
        problem = pasted.Trim().Length == 0 ? "There is no text to import." : pastedName.Trim().Length == 0 ? "The text needs a name." : null;
        if (problem is not null)
            return;
        busy = true;
        await OnFiles.InvokeAsync([new(pastedName.Trim(), Encoding.UTF8.GetBytes(pasted))]);
        (pasted, busy) = ("", false);
    }
}
