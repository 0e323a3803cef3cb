namespace CloudNetPortal.Cli;

/// <summary>The input cannot be used; the message says where, what and how to mend it, one line for each problem.</summary>
internal sealed class InputException(string message) : Exception(message);
