using System.ComponentModel.DataAnnotations;

namespace CloudNetPortal.Domain.Catalogue.Cabling;

/// <summary>A cable with ends on two sides; a breakout has one end on side A and several on side B.</summary>
public sealed class Cable
{
    /// <summary>Row id.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    /// <summary>What is printed on it, such as C-1031.</summary>
    [MaxLength(100)]
    public string? Label { get; set; }

    /// <summary>Make in NetBox's words: cat6a, dac-passive, mmf-om4, smf.</summary>
    [MaxLength(50)]
    public string? Type { get; set; }

    /// <summary>Where it stands in its life; Active means connected.</summary>
    public LifeCycle Status { get; set; } = LifeCycle.Active;

    /// <summary>Colour as six hex digits.</summary>
    [MaxLength(6), RegularExpression("^[0-9a-f]{6}$")]
    public string? Color { get; set; }

    /// <summary>Length in metres.</summary>
    [Range(0.01, 10000)]
    public decimal? LengthMetres { get; set; }

    /// <summary>The plugs.</summary>
    public List<CableEnd> Ends { get; } = [];

    /// <summary>Row version of the store.</summary>
    public uint Version { get; set; }
}
