namespace CloudNetPortal.Cli;

/// <summary>What the exit status of <c>cloudnet</c> means; printed by <c>cloudnet --help</c> and written in docs/cloudnet.md.</summary>
internal static class ExitCode
{
    public const int Done = 0, BadInput = 1, OpenErrors = 2, Differs = 3, Refused = 4, NeedsChoice = 5, Unfinished = 6, NotAllowed = 7, InUse = 8;

    public const string Help = """
        Exit status
          0  done: no open error, no difference
          1  the input cannot be used: file, option, credentials or a missing secret
          2  the design has open errors
          3  something on the cloud is not as planned or designed (drift)
          4  CloudStack refused a step
          5  an operator must choose among several objects (see --choose)
          6  not finished: CloudStack away, or stopped; run again with the same journal
          7  the keys are refused or lack commands
          8  another cloudnet uses the journal
        """;
}
