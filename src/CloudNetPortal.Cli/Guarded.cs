using System.CommandLine;
using CloudNetPortal.CloudStack.Calls;
using CloudNetPortal.Push.Journals;
using CloudNetPortal.Push.Snapshots;

namespace CloudNetPortal.Cli;

/// <summary>Turns what a user can mend into a message and an exit status; everything else is a defect and shows itself.</summary>
internal static class Guarded
{
    public static async Task<int> RunAsync(ParseResult given, Func<Task<int>> action)
    {
        try
        {
            return await action();
        }
        catch (InputException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.BadInput;
        }
        catch (InvalidDataException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.BadInput;
        }
        catch (SnapshotException e)
        {
            Console.Error.WriteLine(e.Message);
            return e.InnerException is CallFailedException { Failure.Kind: FailureKind.Unauthorised } ? ExitCode.NotAllowed : ExitCode.Unfinished;
        }
        catch (CallFailedException e)
        {
            Console.Error.WriteLine($"{e.Command}: {e.Failure}");
            return e.Failure.Kind == FailureKind.Unauthorised ? ExitCode.NotAllowed : ExitCode.Unfinished;
        }
        catch (UnauthorizedAccessException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.BadInput;
        }
        catch (IOException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.BadInput;
        }
        catch (FencedException e)
        {
            Console.Error.WriteLine(e.Message);
            return ExitCode.InUse;
        }
        catch (OperationCanceledException)
        {
            Console.Error.WriteLine($"{given.CommandResult.Command.Name}: stopped.");
            return ExitCode.Unfinished;
        }
    }
}
