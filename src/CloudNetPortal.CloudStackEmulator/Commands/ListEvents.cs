using System.Globalization;
using System.Text.Json.Nodes;
using CloudNetPortal.CloudStackEmulator.Answers;
using CloudNetPortal.CloudStackEmulator.Cloud;
using CloudNetPortal.CloudStackEmulator.Wire;

namespace CloudNetPortal.CloudStackEmulator.Commands;

/// <summary>The newest first. A day alone means its beginning, as an end the end of that day.</summary>
internal sealed class ListEvents : ListCommand<Event>
{
    protected override IEnumerable<Event> Rows(Call call)
    {
        DateTimeOffset from = Moment(call, "startdate", TimeSpan.Zero) ?? DateTimeOffset.MinValue, to = Moment(call, "enddate", TimeSpan.FromDays(1)) ?? DateTimeOffset.MaxValue;
        return call.Cloud.Events.Present
            .Where(e => Same(call.Row<Event>("id")?.Id, e.Id) && Same(call.Filled("type"), e.Type) && Same(call.Filled("level"), e.Level) && Like(call.Filled("keyword"), e.Type, e.Description, e.Level))
            .Where(e => Same(call.Filled("resourceid"), e.ResourceId) && Same(call.Filled("resourcetype"), e.ResourceType) && Same(call.Filled("state"), e.State))
            .Where(e => Whole(e.Created) >= from && Whole(e.Created) <= to && (call.Row<Event>("startid") is not { } start || e.ParentId == start.Id || e.Id == start.Id))
            .Reverse();
    }

    protected override JsonNode Show(Call call, Event row) => Json.Of(
        ("id", row.Id), ("username", row.UserName), ("type", row.Type), ("level", row.Level), ("description", row.Description), ("account", FreshCloud.Admin.Text("name")),
        ("domainid", FreshCloud.RootDomain.Id), ("domain", FreshCloud.RootDomain.Text("name")), ("domainpath", FreshCloud.RootDomain.Text("path")), ("resourceid", row.ResourceId),
        ("resourcetype", row.ResourceType), ("resourcename", row.ResourceName), ("created", ServerFacts.Date(row.Created)), ("state", row.State), ("parentid", row.ParentId));

    /// <summary>The server keeps whole seconds.</summary>
    private static DateTimeOffset Whole(DateTimeOffset moment) => new(moment.Ticks - (moment.Ticks % TimeSpan.TicksPerSecond), moment.Offset);

    private static DateTimeOffset? Moment(Call call, string parameter, TimeSpan restOfDay)
    {
        if (call.Filled(parameter) is not { } text)
            return null;
        if (DateTimeOffset.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var day))
            return day + restOfDay;
        string[] forms = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm:sszzz", "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss'+0000'"];
        return DateTimeOffset.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : throw Refusal.Command(431,
            $"Unable to parse date {text} for command {call.Contract.Name.ToLowerInvariant()}, please pass dates in the format yyyy-MM-dd or yyyy-MM-dd HH:mm:ss");
    }
}
