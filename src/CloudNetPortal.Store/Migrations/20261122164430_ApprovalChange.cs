using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CloudNetPortal.Store.Migrations
{
    /// <inheritdoc />
    public partial class ApprovalChange : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_approvals_changes_change_id",
                table: "approvals");

            migrationBuilder.AlterColumn<Guid>(
                name: "change_id",
                table: "approvals",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AddForeignKey(
                name: "fk_approvals_changes_change_id",
                table: "approvals",
                column: "change_id",
                principalTable: "changes",
                principalColumn: "id",
                onDelete: ReferentialAction.Cascade);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_approvals_changes_change_id",
                table: "approvals");

            migrationBuilder.AlterColumn<Guid>(
                name: "change_id",
                table: "approvals",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddForeignKey(
                name: "fk_approvals_changes_change_id",
                table: "approvals",
                column: "change_id",
                principalTable: "changes",
                principalColumn: "id");
        }
    }
}
