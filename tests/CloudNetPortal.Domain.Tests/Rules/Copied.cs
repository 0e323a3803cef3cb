using System.Collections;
using CloudNetPortal.Domain.Catalogue.Devices;

namespace CloudNetPortal.Domain.Tests.Rules;

/// <summary>Copies of devices and cables with everything inside: what was handed out in a snapshot is never changed.</summary>
internal static class Copied
{
    /// <summary>A copy; values such as VLAN sets are shared.</summary>
    public static T Of<T>(T thing) where T : class
    {
        var copy = Activator.CreateInstance(thing.GetType())!;
        foreach (var field in thing.GetType().GetProperties())
            if (field.GetValue(thing) is IList inside && !field.CanWrite)
                foreach (var item in inside)
                    ((IList)field.GetValue(copy)!).Add(Of(item!));
            else if (field.CanWrite)
                field.SetValue(copy, field.GetValue(thing) is LogicalHost host ? Of(host) : field.GetValue(thing));
        return (T)copy;
    }
}
