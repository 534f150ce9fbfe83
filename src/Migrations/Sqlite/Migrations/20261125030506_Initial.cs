using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace WeChatBankGov.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Approvals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ManagingBranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tier1BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Href = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenSubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    DecidedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    DecidedByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Opinion = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Approvals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    InstitutionName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Action = table.Column<string>(type: "TEXT", unicode: false, maxLength: 80, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Result = table.Column<int>(type: "INTEGER", nullable: false),
                    Codes = table.Column<string>(type: "TEXT", unicode: false, maxLength: 200, nullable: false),
                    Detail = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    Address = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    SealNumber = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "AuditSeals",
                columns: table => new
                {
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    EntryCount = table.Column<int>(type: "INTEGER", nullable: false),
                    Entries = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditSeals", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "DataProtectionKeys",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    FriendlyName = table.Column<string>(type: "TEXT", nullable: true),
                    Xml = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DataProtectionKeys", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FileContents",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: true),
                    Height = table.Column<int>(type: "INTEGER", nullable: true),
                    StoredAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileContents", x => x.Sha256);
                });

            migrationBuilder.CreateTable(
                name: "ImportedCalendarYears",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Json = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ImportedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    ImportedByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ImportedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ImportedCalendarYears", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Institutions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FullPlaceName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlaceName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RegisterPlaceName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    PlaceNameUnsettled = table.Column<bool>(type: "INTEGER", nullable: false),
                    PlaceNameKey = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    ParentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ManagingBranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tier1BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Institutions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_Institutions_Institutions_ParentId",
                        column: x => x.ParentId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NameClaims",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Holder = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NameClaims", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Notices",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    NoticeKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 120, nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Department = table.Column<int>(type: "INTEGER", nullable: true),
                    Duty = table.Column<int>(type: "INTEGER", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Href = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Notices", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "NumberSeries",
                columns: table => new
                {
                    Series = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    LastNumber = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NumberSeries", x => x.Series);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictApplications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ClientSecret = table.Column<string>(type: "TEXT", nullable: true),
                    ClientType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ConsentType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayNames = table.Column<string>(type: "TEXT", nullable: true),
                    JsonWebKeySet = table.Column<string>(type: "TEXT", nullable: true),
                    Permissions = table.Column<string>(type: "TEXT", nullable: true),
                    PostLogoutRedirectUris = table.Column<string>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    RedirectUris = table.Column<string>(type: "TEXT", nullable: true),
                    Requirements = table.Column<string>(type: "TEXT", nullable: true),
                    Settings = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictApplications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictScopes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Description = table.Column<string>(type: "TEXT", nullable: true),
                    Descriptions = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", nullable: true),
                    DisplayNames = table.Column<string>(type: "TEXT", nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    Resources = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictScopes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PendingImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Packed = table.Column<byte[]>(type: "BLOB", nullable: false),
                    UploadedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PendingImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Plans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DocumentNumber = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    EffectiveFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    EffectiveTo = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    RepealedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    PublishedByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Plans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "PortalFacts",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_PortalFacts", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "RegistrationApplications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: true),
                    NumberKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    AccountForm = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    ManagingBranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tier1BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OpenFields = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1000, nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    UpdatedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    UpdatedByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    SubmittedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    SubmittedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    SubmittedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    NeedsReview = table.Column<bool>(type: "INTEGER", nullable: false),
                    ChangedSinceReview = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    CollectsPersonalData = table.Column<bool>(type: "INTEGER", nullable: true),
                    CreditCode = table.Column<string>(type: "TEXT", maxLength: 18, nullable: true),
                    HostsTransactions = table.Column<bool>(type: "INTEGER", nullable: true),
                    Introduction = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Justification = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    OperatingAddress = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    OperatingPartner = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    PlanId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PlannedRegistrationDate = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    PublishingFrequency = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    PurposeText = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Purposes = table.Column<int>(type: "INTEGER", nullable: false),
                    RegisteredAddress = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    SubjectName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Undertaking = table.Column<bool>(type: "INTEGER", nullable: false),
                    UndertakingVersion = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    ViVersion = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    WeChatId = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    AdministratorEmployeeNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    AdministratorMobile = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    AdministratorName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    BackupAdministratorEmployeeNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    BackupAdministratorMobile = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    BackupAdministratorName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ContentReviewerFinal = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ContentReviewerFirst = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ContentReviewerSecond = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EmergencyContactName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    EmergencyContactPhone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    ResponsibleName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ResponsiblePhone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    ResponsiblePosition = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true),
                    SponsorName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    SponsorPhone = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    SponsorPosition = table.Column<string>(type: "TEXT", maxLength: 60, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegistrationApplications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RuleSwitches",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 12, nullable: false),
                    OffSince = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    OffById = table.Column<Guid>(type: "TEXT", nullable: false),
                    OffByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleSwitches", x => x.Code);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningDismissedTexts",
                columns: table => new
                {
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TextKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    BranchName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Terms = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningDismissedTexts", x => new { x.BranchId, x.TextKey });
                });

            migrationBuilder.CreateTable(
                name: "ScreeningFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Format = table.Column<int>(type: "INTEGER", nullable: false),
                    Encoding = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    BranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    BranchName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    IsWholeBank = table.Column<bool>(type: "INTEGER", nullable: false),
                    UploadedById = table.Column<Guid>(type: "TEXT", nullable: false),
                    UploadedByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    VocabularyVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    ProtectedKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 1000, nullable: false),
                    RowsRead = table.Column<int>(type: "INTEGER", nullable: false),
                    RowsBad = table.Column<int>(type: "INTEGER", nullable: false),
                    BytesRead = table.Column<long>(type: "INTEGER", nullable: false),
                    FindingCount = table.Column<int>(type: "INTEGER", nullable: false),
                    AdviceCount = table.Column<int>(type: "INTEGER", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RunStartedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    RunStartedRows = table.Column<int>(type: "INTEGER", nullable: false),
                    CheckpointAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    LeaseOwner = table.Column<Guid>(type: "TEXT", nullable: false),
                    LeaseUntil = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Problem = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PreviousFileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    NewCount = table.Column<int>(type: "INTEGER", nullable: false),
                    StillCount = table.Column<int>(type: "INTEGER", nullable: false),
                    GoneCount = table.Column<int>(type: "INTEGER", nullable: false),
                    ContentErasedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScreeningFiles_ScreeningFiles_PreviousFileId",
                        column: x => x.PreviousFileId,
                        principalTable: "ScreeningFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningVocabularies",
                columns: table => new
                {
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 400000, nullable: false),
                    Summary = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    PublishedByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    PublishedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningVocabularies", x => x.Version);
                });

            migrationBuilder.CreateTable(
                name: "TimelineEntries",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: true),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    InstitutionName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    DepartmentName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Opinion = table.Column<string>(type: "TEXT", maxLength: 3000, nullable: false),
                    Article = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TimelineEntries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "VisualIdentityReviews",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Form = table.Column<int>(type: "INTEGER", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ManagingBranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tier1BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ViVersion = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    AssignedBy = table.Column<string>(type: "TEXT", unicode: false, maxLength: 8, nullable: false),
                    AssignedInstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssignedDepartment = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenSubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    FinishedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    FinishedByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    FinishedByInstitution = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    FinishedByDepartment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Opinion = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_VisualIdentityReviews", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WeChatAccounts",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Form = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    NameKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Stored = table.Column<int>(type: "INTEGER", nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ManagingBranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tier1BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ApplicationNumber = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: true),
                    ApprovedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VerificationDue = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VerificationDueIsProvisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    LapseRecorded = table.Column<bool>(type: "INTEGER", nullable: false),
                    OriginalId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: true),
                    AppId = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: true),
                    OriginalIdKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    AppIdKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    VerifiedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    VerifiedUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    EvidenceFileName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: true),
                    EvidenceSha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    EvidenceContentType = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: true),
                    EvidenceLength = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedById = table.Column<Guid>(type: "TEXT", nullable: true),
                    RecordedByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: true),
                    ConfirmedAsInTime = table.Column<bool>(type: "INTEGER", nullable: true),
                    ConfirmationReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    RevocationReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeChatAccounts", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "WorkItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    SubjectKind = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Step = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Href = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    AssignedInstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AssignedDepartment = table.Column<int>(type: "INTEGER", nullable: false),
                    AssignedDuty = table.Column<int>(type: "INTEGER", nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    InitiatorId = table.Column<Guid>(type: "TEXT", nullable: true),
                    OpenKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 93, nullable: false),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    HandledById = table.Column<Guid>(type: "TEXT", nullable: true),
                    ClosedByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Result = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WorkItems", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ApprovalComments",
                columns: table => new
                {
                    ApprovalCaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", unicode: false, maxLength: 100, nullable: false),
                    Comment = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalComments", x => new { x.ApprovalCaseId, x.Number });
                    table.ForeignKey(
                        name: "FK_ApprovalComments_Approvals_ApprovalCaseId",
                        column: x => x.ApprovalCaseId,
                        principalTable: "Approvals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApprovalContributors",
                columns: table => new
                {
                    ApprovalCaseId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApprovalContributors", x => new { x.ApprovalCaseId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_ApprovalContributors_Approvals_ApprovalCaseId",
                        column: x => x.ApprovalCaseId,
                        principalTable: "Approvals",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "AuditEntryCodes",
                columns: table => new
                {
                    EntryId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_AuditEntryCodes", x => new { x.EntryId, x.Code });
                    table.ForeignKey(
                        name: "FK_AuditEntryCodes_AuditEntries_EntryId",
                        column: x => x.EntryId,
                        principalTable: "AuditEntries",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "FileChunks",
                columns: table => new
                {
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    ChunkIndex = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", maxLength: 1048576, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FileChunks", x => new { x.Sha256, x.ChunkIndex });
                    table.ForeignKey(
                        name: "FK_FileChunks_FileContents_Sha256",
                        column: x => x.Sha256,
                        principalTable: "FileContents",
                        principalColumn: "Sha256",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "People",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Department = table.Column<int>(type: "INTEGER", nullable: false),
                    Duties = table.Column<int>(type: "INTEGER", nullable: false),
                    IsActive = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordIsOneTime = table.Column<bool>(type: "INTEGER", nullable: false),
                    UserName = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    NormalizedUserName = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Email = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    NormalizedEmail = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    EmailConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    PasswordHash = table.Column<string>(type: "TEXT", unicode: false, maxLength: 256, nullable: true),
                    SecurityStamp = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    ConcurrencyStamp = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: true),
                    PhoneNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: true),
                    PhoneNumberConfirmed = table.Column<bool>(type: "INTEGER", nullable: false),
                    TwoFactorEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    LockoutEnd = table.Column<DateTimeOffset>(type: "TEXT", nullable: true),
                    LockoutEnabled = table.Column<bool>(type: "INTEGER", nullable: false),
                    AccessFailedCount = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_People", x => x.Id);
                    table.ForeignKey(
                        name: "FK_People_Institutions_InstitutionId",
                        column: x => x.InstitutionId,
                        principalTable: "Institutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "NoticeReads",
                columns: table => new
                {
                    NoticeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_NoticeReads", x => new { x.PersonId, x.NoticeId });
                    table.ForeignKey(
                        name: "FK_NoticeReads_Notices_NoticeId",
                        column: x => x.NoticeId,
                        principalTable: "Notices",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictAuthorizations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    Scopes = table.Column<string>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictAuthorizations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenIddictAuthorizations_OpenIddictApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "OpenIddictApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationComments",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationComments", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationComments_RegistrationApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "RegistrationApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationContributors",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationContributors", x => new { x.ApplicationId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_ApplicationContributors_RegistrationApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "RegistrationApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ApplicationFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Slot = table.Column<int>(type: "INTEGER", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    Sha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    ContentType = table.Column<string>(type: "TEXT", unicode: false, maxLength: 60, nullable: false),
                    Length = table.Column<long>(type: "INTEGER", nullable: false),
                    UploadedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApplicationFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ApplicationFiles_RegistrationApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "RegistrationApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningBadRows",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RowNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningBadRows", x => new { x.FileId, x.RowNumber });
                    table.ForeignKey(
                        name: "FK_ScreeningBadRows_ScreeningFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "ScreeningFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningFileChunks",
                columns: table => new
                {
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ChunkIndex = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", maxLength: 65552, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningFileChunks", x => new { x.FileId, x.ChunkIndex });
                    table.ForeignKey(
                        name: "FK_ScreeningFileChunks_ScreeningFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "ScreeningFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningFindings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: false),
                    RowNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    EmployeeNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    EmployeeName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ManagingBranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ManagingBranchName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Tier1BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Terms = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Disguise = table.Column<int>(type: "INTEGER", nullable: false),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    MatchKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 32, nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    Comparison = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningFindings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScreeningFindings_ScreeningFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "ScreeningFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ScreeningTermChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Flag = table.Column<bool>(type: "INTEGER", nullable: false),
                    Pinyin = table.Column<bool>(type: "INTEGER", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    ProposedByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ProposedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    BaseVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    FileId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Rows = table.Column<int>(type: "INTEGER", nullable: false),
                    NewCount = table.Column<int>(type: "INTEGER", nullable: false),
                    GoneCount = table.Column<int>(type: "INTEGER", nullable: false),
                    SamplesContent = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    PublishedVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ScreeningTermChanges", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ScreeningTermChanges_ScreeningFiles_FileId",
                        column: x => x.FileId,
                        principalTable: "ScreeningFiles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewContributors",
                columns: table => new
                {
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewContributors", x => new { x.ReviewId, x.PersonId });
                    table.ForeignKey(
                        name: "FK_ReviewContributors_VisualIdentityReviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "VisualIdentityReviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewedElements",
                columns: table => new
                {
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Element = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    Changed = table.Column<bool>(type: "INTEGER", nullable: false),
                    Conforms = table.Column<bool>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewedElements", x => new { x.ReviewId, x.Element });
                    table.ForeignKey(
                        name: "FK_ReviewedElements_VisualIdentityReviews_ReviewId",
                        column: x => x.ReviewId,
                        principalTable: "VisualIdentityReviews",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "OpenIddictTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AuthorizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ExpirationDate = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Payload = table.Column<string>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", nullable: true),
                    RedemptionDate = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    ReferenceId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_OpenIddictTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_OpenIddictTokens_OpenIddictApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "OpenIddictApplications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_OpenIddictTokens_OpenIddictAuthorizations_AuthorizationId",
                        column: x => x.AuthorizationId,
                        principalTable: "OpenIddictAuthorizations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RectificationCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", unicode: false, maxLength: 20, nullable: false),
                    FindingId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OpenKey = table.Column<string>(type: "TEXT", unicode: false, maxLength: 40, nullable: false),
                    EmployeeNumber = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    EmployeeName = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    InstitutionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    InstitutionName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    ManagingBranchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ManagingBranchName = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Tier1BranchId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Kind = table.Column<int>(type: "INTEGER", nullable: false),
                    Field = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    Terms = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    Notes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    Due = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    DueIsProvisional = table.Column<bool>(type: "INTEGER", nullable: false),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    EscalatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: true),
                    Explanation = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    EvidenceFileName = table.Column<string>(type: "TEXT", maxLength: 160, nullable: false),
                    EvidenceSha256 = table.Column<string>(type: "TEXT", unicode: false, maxLength: 64, nullable: false),
                    EvidenceByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    FiledBy = table.Column<string>(type: "TEXT", unicode: false, maxLength: 2000, nullable: false),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 500, nullable: false),
                    ClosedByName = table.Column<string>(type: "TEXT", maxLength: 80, nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    UpdatedAt = table.Column<DateTime>(type: "TEXT", precision: 3, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RectificationCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RectificationCases_ScreeningFindings_FindingId",
                        column: x => x.FindingId,
                        principalTable: "ScreeningFindings",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ReviewedFiles",
                columns: table => new
                {
                    ReviewId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Element = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Href = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    IsImage = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewedFiles", x => new { x.ReviewId, x.Element, x.Number });
                    table.ForeignKey(
                        name: "FK_ReviewedFiles_ReviewedElements_ReviewId_Element",
                        columns: x => new { x.ReviewId, x.Element },
                        principalTable: "ReviewedElements",
                        principalColumns: new[] { "ReviewId", "Element" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationComments_ApplicationId",
                table: "ApplicationComments",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationFiles_ApplicationId",
                table: "ApplicationFiles",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_ApplicationFiles_Sha256",
                table: "ApplicationFiles",
                column: "Sha256");

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_InstitutionId_OpenedAt",
                table: "Approvals",
                columns: new[] { "InstitutionId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_ManagingBranchId_OpenedAt",
                table: "Approvals",
                columns: new[] { "ManagingBranchId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_OpenedAt",
                table: "Approvals",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_OpenSubjectId",
                table: "Approvals",
                column: "OpenSubjectId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_State_OpenedAt",
                table: "Approvals",
                columns: new[] { "State", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_SubjectId",
                table: "Approvals",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_Approvals_Tier1BranchId_OpenedAt",
                table: "Approvals",
                columns: new[] { "Tier1BranchId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_At_Id",
                table: "AuditEntries",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_PersonId_At",
                table: "AuditEntries",
                columns: new[] { "PersonId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_Result_At",
                table: "AuditEntries",
                columns: new[] { "Result", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_SealNumber_At",
                table: "AuditEntries",
                columns: new[] { "SealNumber", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntries_SubjectId_At",
                table: "AuditEntries",
                columns: new[] { "SubjectId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_AuditEntryCodes_Code_At",
                table: "AuditEntryCodes",
                columns: new[] { "Code", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ImportedCalendarYears_Year",
                table: "ImportedCalendarYears",
                column: "Year",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Code",
                table: "Institutions",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Level_Code",
                table: "Institutions",
                columns: new[] { "Level", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_ManagingBranchId",
                table: "Institutions",
                column: "ManagingBranchId");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Name",
                table: "Institutions",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_ParentId",
                table: "Institutions",
                column: "ParentId");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_PlaceNameKey",
                table: "Institutions",
                column: "PlaceNameKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_PlaceNameUnsettled",
                table: "Institutions",
                column: "PlaceNameUnsettled");

            migrationBuilder.CreateIndex(
                name: "IX_Institutions_Tier1BranchId",
                table: "Institutions",
                column: "Tier1BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_NameClaims_ApplicationId",
                table: "NameClaims",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_NoticeReads_NoticeId",
                table: "NoticeReads",
                column: "NoticeId");

            migrationBuilder.CreateIndex(
                name: "IX_Notices_InstitutionId_Department_At",
                table: "Notices",
                columns: new[] { "InstitutionId", "Department", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_Notices_NoticeKey",
                table: "Notices",
                column: "NoticeKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Notices_PersonId_At",
                table: "Notices",
                columns: new[] { "PersonId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictApplications_ClientId",
                table: "OpenIddictApplications",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictAuthorizations_ApplicationId_Status_Subject_Type",
                table: "OpenIddictAuthorizations",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictScopes_Name",
                table: "OpenIddictScopes",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_ApplicationId_Status_Subject_Type",
                table: "OpenIddictTokens",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_AuthorizationId",
                table: "OpenIddictTokens",
                column: "AuthorizationId");

            migrationBuilder.CreateIndex(
                name: "IX_OpenIddictTokens_ReferenceId",
                table: "OpenIddictTokens",
                column: "ReferenceId");

            migrationBuilder.CreateIndex(
                name: "IX_PendingImports_Kind_UploadedById",
                table: "PendingImports",
                columns: new[] { "Kind", "UploadedById" });

            migrationBuilder.CreateIndex(
                name: "IX_People_InstitutionId_Department",
                table: "People",
                columns: new[] { "InstitutionId", "Department" });

            migrationBuilder.CreateIndex(
                name: "IX_People_NormalizedUserName",
                table: "People",
                column: "NormalizedUserName",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Plans_InstitutionId",
                table: "Plans",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_Plans_Kind_EffectiveFrom",
                table: "Plans",
                columns: new[] { "Kind", "EffectiveFrom" });

            migrationBuilder.CreateIndex(
                name: "IX_RectificationCases_FindingId",
                table: "RectificationCases",
                column: "FindingId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RectificationCases_InstitutionId",
                table: "RectificationCases",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_RectificationCases_ManagingBranchId_State",
                table: "RectificationCases",
                columns: new[] { "ManagingBranchId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_RectificationCases_OpenedOn",
                table: "RectificationCases",
                column: "OpenedOn");

            migrationBuilder.CreateIndex(
                name: "IX_RectificationCases_OpenKey",
                table: "RectificationCases",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RectificationCases_State_Due",
                table: "RectificationCases",
                columns: new[] { "State", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_RectificationCases_Tier1BranchId",
                table: "RectificationCases",
                column: "Tier1BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_InstitutionId_UpdatedAt",
                table: "RegistrationApplications",
                columns: new[] { "InstitutionId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_ManagingBranchId_UpdatedAt",
                table: "RegistrationApplications",
                columns: new[] { "ManagingBranchId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_Number",
                table: "RegistrationApplications",
                column: "Number");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_NumberKey",
                table: "RegistrationApplications",
                column: "NumberKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_State_UpdatedAt",
                table: "RegistrationApplications",
                columns: new[] { "State", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_SubmittedOn",
                table: "RegistrationApplications",
                column: "SubmittedOn");

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_Tier1BranchId_UpdatedAt",
                table: "RegistrationApplications",
                columns: new[] { "Tier1BranchId", "UpdatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RegistrationApplications_UpdatedAt",
                table: "RegistrationApplications",
                column: "UpdatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningDismissedTexts_At",
                table: "ScreeningDismissedTexts",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningFiles_BranchId_UploadedAt",
                table: "ScreeningFiles",
                columns: new[] { "BranchId", "UploadedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningFiles_PreviousFileId",
                table: "ScreeningFiles",
                column: "PreviousFileId");

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningFiles_State_LeaseUntil",
                table: "ScreeningFiles",
                columns: new[] { "State", "LeaseUntil" });

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningFiles_UploadedAt",
                table: "ScreeningFiles",
                column: "UploadedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningFindings_FileId_ManagingBranchId",
                table: "ScreeningFindings",
                columns: new[] { "FileId", "ManagingBranchId" });

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningFindings_FileId_MatchKey",
                table: "ScreeningFindings",
                columns: new[] { "FileId", "MatchKey" });

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningFindings_FileId_RowNumber_Field",
                table: "ScreeningFindings",
                columns: new[] { "FileId", "RowNumber", "Field" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningTermChanges_FileId",
                table: "ScreeningTermChanges",
                column: "FileId");

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningTermChanges_ProposedAt",
                table: "ScreeningTermChanges",
                column: "ProposedAt");

            migrationBuilder.CreateIndex(
                name: "IX_ScreeningTermChanges_State",
                table: "ScreeningTermChanges",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_TimelineEntries_SubjectId_At_Place",
                table: "TimelineEntries",
                columns: new[] { "SubjectId", "At", "Place" });

            migrationBuilder.CreateIndex(
                name: "IX_VisualIdentityReviews_AssignedInstitutionId_AssignedDepartment_State_OpenedAt",
                table: "VisualIdentityReviews",
                columns: new[] { "AssignedInstitutionId", "AssignedDepartment", "State", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VisualIdentityReviews_InstitutionId_OpenedAt",
                table: "VisualIdentityReviews",
                columns: new[] { "InstitutionId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VisualIdentityReviews_ManagingBranchId_OpenedAt",
                table: "VisualIdentityReviews",
                columns: new[] { "ManagingBranchId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VisualIdentityReviews_OpenedAt",
                table: "VisualIdentityReviews",
                column: "OpenedAt");

            migrationBuilder.CreateIndex(
                name: "IX_VisualIdentityReviews_OpenSubjectId",
                table: "VisualIdentityReviews",
                column: "OpenSubjectId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_VisualIdentityReviews_State_OpenedAt",
                table: "VisualIdentityReviews",
                columns: new[] { "State", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_VisualIdentityReviews_SubjectId",
                table: "VisualIdentityReviews",
                column: "SubjectId");

            migrationBuilder.CreateIndex(
                name: "IX_VisualIdentityReviews_Tier1BranchId_OpenedAt",
                table: "VisualIdentityReviews",
                columns: new[] { "Tier1BranchId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WeChatAccounts_AppId",
                table: "WeChatAccounts",
                column: "AppId");

            migrationBuilder.CreateIndex(
                name: "IX_WeChatAccounts_AppIdKey",
                table: "WeChatAccounts",
                column: "AppIdKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WeChatAccounts_ApplicationId",
                table: "WeChatAccounts",
                column: "ApplicationId");

            migrationBuilder.CreateIndex(
                name: "IX_WeChatAccounts_InstitutionId",
                table: "WeChatAccounts",
                column: "InstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_WeChatAccounts_ManagingBranchId",
                table: "WeChatAccounts",
                column: "ManagingBranchId");

            migrationBuilder.CreateIndex(
                name: "IX_WeChatAccounts_Name",
                table: "WeChatAccounts",
                column: "Name");

            migrationBuilder.CreateIndex(
                name: "IX_WeChatAccounts_NameKey",
                table: "WeChatAccounts",
                column: "NameKey");

            migrationBuilder.CreateIndex(
                name: "IX_WeChatAccounts_OriginalId",
                table: "WeChatAccounts",
                column: "OriginalId");

            migrationBuilder.CreateIndex(
                name: "IX_WeChatAccounts_OriginalIdKey",
                table: "WeChatAccounts",
                column: "OriginalIdKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WeChatAccounts_Stored_VerificationDue",
                table: "WeChatAccounts",
                columns: new[] { "Stored", "VerificationDue" });

            migrationBuilder.CreateIndex(
                name: "IX_WeChatAccounts_Tier1BranchId",
                table: "WeChatAccounts",
                column: "Tier1BranchId");

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_AssignedInstitutionId_AssignedDepartment_ClosedAt_OpenedAt",
                table: "WorkItems",
                columns: new[] { "AssignedInstitutionId", "AssignedDepartment", "ClosedAt", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_HandledById_ClosedAt",
                table: "WorkItems",
                columns: new[] { "HandledById", "ClosedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_InitiatorId_OpenedAt",
                table: "WorkItems",
                columns: new[] { "InitiatorId", "OpenedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_OpenKey",
                table: "WorkItems",
                column: "OpenKey",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_WorkItems_SubjectId",
                table: "WorkItems",
                column: "SubjectId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApplicationComments");

            migrationBuilder.DropTable(
                name: "ApplicationContributors");

            migrationBuilder.DropTable(
                name: "ApplicationFiles");

            migrationBuilder.DropTable(
                name: "ApprovalComments");

            migrationBuilder.DropTable(
                name: "ApprovalContributors");

            migrationBuilder.DropTable(
                name: "AuditEntryCodes");

            migrationBuilder.DropTable(
                name: "AuditSeals");

            migrationBuilder.DropTable(
                name: "DataProtectionKeys");

            migrationBuilder.DropTable(
                name: "FileChunks");

            migrationBuilder.DropTable(
                name: "ImportedCalendarYears");

            migrationBuilder.DropTable(
                name: "NameClaims");

            migrationBuilder.DropTable(
                name: "NoticeReads");

            migrationBuilder.DropTable(
                name: "NumberSeries");

            migrationBuilder.DropTable(
                name: "OpenIddictScopes");

            migrationBuilder.DropTable(
                name: "OpenIddictTokens");

            migrationBuilder.DropTable(
                name: "PendingImports");

            migrationBuilder.DropTable(
                name: "People");

            migrationBuilder.DropTable(
                name: "Plans");

            migrationBuilder.DropTable(
                name: "PortalFacts");

            migrationBuilder.DropTable(
                name: "RectificationCases");

            migrationBuilder.DropTable(
                name: "ReviewContributors");

            migrationBuilder.DropTable(
                name: "ReviewedFiles");

            migrationBuilder.DropTable(
                name: "RuleSwitches");

            migrationBuilder.DropTable(
                name: "ScreeningBadRows");

            migrationBuilder.DropTable(
                name: "ScreeningDismissedTexts");

            migrationBuilder.DropTable(
                name: "ScreeningFileChunks");

            migrationBuilder.DropTable(
                name: "ScreeningTermChanges");

            migrationBuilder.DropTable(
                name: "ScreeningVocabularies");

            migrationBuilder.DropTable(
                name: "TimelineEntries");

            migrationBuilder.DropTable(
                name: "WeChatAccounts");

            migrationBuilder.DropTable(
                name: "WorkItems");

            migrationBuilder.DropTable(
                name: "RegistrationApplications");

            migrationBuilder.DropTable(
                name: "Approvals");

            migrationBuilder.DropTable(
                name: "AuditEntries");

            migrationBuilder.DropTable(
                name: "FileContents");

            migrationBuilder.DropTable(
                name: "Notices");

            migrationBuilder.DropTable(
                name: "OpenIddictAuthorizations");

            migrationBuilder.DropTable(
                name: "Institutions");

            migrationBuilder.DropTable(
                name: "ScreeningFindings");

            migrationBuilder.DropTable(
                name: "ReviewedElements");

            migrationBuilder.DropTable(
                name: "OpenIddictApplications");

            migrationBuilder.DropTable(
                name: "ScreeningFiles");

            migrationBuilder.DropTable(
                name: "VisualIdentityReviews");
        }
    }
}
