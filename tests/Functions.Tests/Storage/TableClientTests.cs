using Azure;
using Azure.Data.Tables;
using Oversight.Testkit;

namespace Oversight.Functions.Tests.Storage;

public sealed class TableClientTests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    private static readonly DateTimeOffset Noon = new(2027, 3, 1, 12, 0, 0, 123, TimeSpan.FromHours(1));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_type_of_value_comes_back_as_it_went_in()
    {
        var table = await CreateTableAsync();
        var id = Guid.NewGuid();
        await table.AddEntityAsync(
            new TableEntity("p", "r")
            {
                ["Text"] = "åäö \"citat\" <b> \U0001F600",
                ["Flag"] = true,
                ["Small"] = 7,
                ["Large"] = long.MaxValue,
                ["Real"] = 2.0,
                ["Endless"] = double.PositiveInfinity,
                ["Id"] = id,
                ["Time"] = Noon,
                ["Bytes"] = new byte[] { 0, 1, 255 },
            },
            Cancellation);

        var read = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value;

        read.GetString("Text").ShouldBe("åäö \"citat\" <b> \U0001F600");
        read.GetBoolean("Flag").ShouldBe(true);
        read.GetInt32("Small").ShouldBe(7);
        read.GetInt64("Large").ShouldBe(long.MaxValue);
        read.GetDouble("Real").ShouldBe(2.0);
        read.GetDouble("Endless").ShouldBe(double.PositiveInfinity);
        read.GetGuid("Id").ShouldBe(id);
        read.GetDateTimeOffset("Time").ShouldBe(Noon.ToUniversalTime());
        read.GetDateTime("Time").ShouldBe(Noon.UtcDateTime);
        read.GetBinary("Bytes").ShouldBe([0, 1, 255]);
        read.GetString("Missing").ShouldBeNull();
        read.Timestamp.ShouldNotBeNull();
        read.ETag.ShouldNotBe(default);
        Should.Throw<InvalidOperationException>(() => read.GetInt32("Text"));
    }

    [Fact]
    public async Task A_missing_row_is_no_value_and_a_missing_row_deleted_is_no_error()
    {
        var table = await CreateTableAsync();

        (await table.GetEntityIfExistsAsync<TableEntity>("p", "none", cancellationToken: Cancellation)).HasValue.ShouldBeFalse();
        (await table.DeleteEntityAsync("p", "none", cancellationToken: Cancellation)).Status.ShouldBe(404);
        var failure = await Should.ThrowAsync<RequestFailedException>(() => table.GetEntityAsync<TableEntity>("p", "none", cancellationToken: Cancellation));
        failure.ErrorCode.ShouldBe("ResourceNotFound");
    }

    [Fact]
    public async Task A_second_insert_and_a_stale_update_are_refused_with_the_service_codes()
    {
        var table = await CreateTableAsync();
        var first = await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 }, Cancellation);
        var etag = first.Headers.ETag!.Value;

        (await Should.ThrowAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", "r"), Cancellation)))
            .ErrorCode.ShouldBe("EntityAlreadyExists");
        await table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 2 }, etag, cancellationToken: Cancellation);
        var stale = await Should.ThrowAsync<RequestFailedException>(
            () => table.UpdateEntityAsync(new TableEntity("p", "r") { ["A"] = 3 }, etag, TableUpdateMode.Replace, Cancellation));

        stale.Status.ShouldBe(412);
        stale.ErrorCode.ShouldBe("UpdateConditionNotSatisfied");
        var read = (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value;
        (read.GetInt32("A"), read.GetInt32("B")).ShouldBe((2, 1));
        await table.UpsertEntityAsync(new TableEntity("p", "r") { ["C"] = 1 }, TableUpdateMode.Replace, Cancellation);
        (await table.GetEntityAsync<TableEntity>("p", "r", cancellationToken: Cancellation)).Value.ContainsKey("A").ShouldBeFalse();
    }

    [Fact]
    public async Task Two_thousand_five_hundred_rows_come_in_three_pages_and_go_on_from_a_token()
    {
        var table = await CreateTableAsync();
        for (var batch = 0; batch < 25; batch++)
        {
            await table.SubmitTransactionAsync(
                Enumerable.Range(batch * 100, 100).Select(number => Add(new TableEntity("p", $"{number:D5}") { ["N"] = number })), Cancellation);
        }

        var pages = new List<Page<TableEntity>>();
        await foreach (var page in table.QueryAsync<TableEntity>("PartitionKey eq 'p'", cancellationToken: Cancellation).AsPages())
            pages.Add(page);
        var rest = new List<TableEntity>();
        await foreach (var page in table.QueryAsync<TableEntity>("PartitionKey eq 'p'", cancellationToken: Cancellation).AsPages(pages[1].ContinuationToken))
            rest.AddRange(page.Values);
        var few = new List<TableEntity>();
        await foreach (var row in table.QueryAsync<TableEntity>("RowKey lt '00007'", maxPerPage: 3, select: ["RowKey"], cancellationToken: Cancellation))
            few.Add(row);

        pages.Select(page => page.Values.Count).ShouldBe([1000, 1000, 500]);
        pages.SelectMany(page => page.Values).Select(row => row.GetInt32("N")).ShouldBe(Enumerable.Range(0, 2500).Cast<int?>());
        rest.Count.ShouldBe(500);
        few.Count.ShouldBe(7);
        few[0].ContainsKey("N").ShouldBeFalse();
    }

    [Fact]
    public async Task A_transaction_is_done_as_a_whole_or_not_at_all()
    {
        var table = await CreateTableAsync();
        await table.AddEntityAsync(new TableEntity("p", "b"), Cancellation);

        var failure = await Should.ThrowAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [Add(new TableEntity("p", "a")), Add(new TableEntity("p", "b"))], Cancellation));
        var answers = (await table.SubmitTransactionAsync(
            [
                Add(new TableEntity("p", "c å")),
                new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity("p", "b") { ["N"] = 1 }),
                new TableTransactionAction(TableTransactionActionType.UpsertMerge, new TableEntity("p", "d") { ["N"] = 1 }),
            ],
            Cancellation)).Value;

        failure.Status.ShouldBe(409);
        failure.ErrorCode.ShouldBe("EntityAlreadyExists");
        (await table.GetEntityIfExistsAsync<TableEntity>("p", "a", cancellationToken: Cancellation)).HasValue.ShouldBeFalse();
        answers.Count.ShouldBe(3);
        answers[0].Headers.ETag.ShouldNotBeNull();
        (await table.GetEntityAsync<TableEntity>("p", "c å", cancellationToken: Cancellation)).Value.ETag.ShouldBe(answers[0].Headers.ETag!.Value);
        var stale = await Should.ThrowAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(
            [new TableTransactionAction(TableTransactionActionType.UpdateMerge, new TableEntity("p", "d") { ["N"] = 2 }, answers[0].Headers.ETag!.Value)],
            Cancellation));
        stale.Status.ShouldBe(412);
        await table.SubmitTransactionAsync(
            [new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity("p", "d"), answers[2].Headers.ETag!.Value)], Cancellation);
        (await table.GetEntityIfExistsAsync<TableEntity>("p", "d", cancellationToken: Cancellation)).HasValue.ShouldBeFalse();
    }

    [Fact]
    public async Task Keys_with_quotes_spaces_and_letters_of_all_sorts_find_their_row()
    {
        var table = await CreateTableAsync();
        foreach (var key in new[] { "O'Brien", "åäö ÅÄÖ", "a+b&c=d", "a b", "~%~", "(x),'y'", "日本", "a|b:c;d" })
        {
            await table.AddEntityAsync(new TableEntity(key, key), Cancellation);
            (await table.GetEntityAsync<TableEntity>(key, key, cancellationToken: Cancellation)).Value.RowKey.ShouldBe(key);
            var found = await table.QueryAsync<TableEntity>(
                TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}"), cancellationToken: Cancellation).ToListAsync(Cancellation);
            found.ShouldHaveSingleItem().RowKey.ShouldBe(key);
            await table.SubmitTransactionAsync(
                [new TableTransactionAction(TableTransactionActionType.UpdateMerge, new TableEntity(key, key) { ["N"] = 1 }, ETag.All)], Cancellation);
            await table.UpdateEntityAsync(new TableEntity(key, key) { ["N"] = 2 }, ETag.All, TableUpdateMode.Replace, Cancellation);
            (await table.DeleteEntityAsync(key, key, cancellationToken: Cancellation)).Status.ShouldBe(204);
        }
    }

    [Fact]
    public async Task What_the_real_service_refuses_is_refused_here_too()
    {
        var table = await CreateTableAsync();
        foreach (var key in new[] { "a/b", "a\\b", "a#b", "a?b", "a\tb", "a\u0085b", "a\u007fb" })
        {
            (await RefusedAsync(() => table.AddEntityAsync(new TableEntity("p", key), Cancellation))).ShouldBe("OutOfRangeInput");
            (await RefusedAsync(() => table.GetEntityAsync<TableEntity>(key, "r", cancellationToken: Cancellation))).ShouldBe("OutOfRangeInput");
        }

        (await RefusedAsync(() => table.AddEntityAsync(new TableEntity("p", new string('k', 513)), Cancellation))).ShouldBe("KeyValueTooLarge");
        (await RefusedAsync(() => table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = new string('x', 32769) }, Cancellation)))
            .ShouldBe("PropertyValueTooLarge");
        (await RefusedAsync(() => table.AddEntityAsync(new TableEntity("p", "r") { ["a-b"] = 1 }, Cancellation))).ShouldBe("PropertyNameInvalid");
        (await RefusedAsync(() => table.AddEntityAsync(With(17, new string('x', 32000)), Cancellation))).ShouldBe("EntityTooLarge");
        (await RefusedAsync(() => table.AddEntityAsync(With(253, 1), Cancellation))).ShouldBe("TooManyProperties");
        await table.AddEntityAsync(With(252, 1), Cancellation);
        await table.UpsertEntityAsync(With(15, new string('x', 32768)), TableUpdateMode.Replace, Cancellation);
        Should.Throw<RequestFailedException>(() => new TableClient(azurite.ConnectionString, "a-b")).ErrorCode.ShouldBe("InvalidResourceName");
    }

    [Fact]
    public async Task A_transaction_that_the_real_service_refuses_is_refused_here_too()
    {
        var table = await CreateTableAsync();

        (await RefusedAsync(Submit([new("p", "r"), new("q", "r")]))).ShouldBe("CommandsInBatchActOnDifferentPartitions");
        (await RefusedAsync(Submit([new("p", "r"), new("p", "r")]))).ShouldBe("InvalidDuplicateRow");
        (await RefusedAsync(Submit(Enumerable.Range(0, 101).Select(n => new TableEntity("p", $"{n}"))))).ShouldBe("InvalidInput");
        (await RefusedAsync(Submit(Enumerable.Range(0, 5).Select(n => With(31, new string('å', 16000), $"{n}"))))).ShouldBe("RequestBodyTooLarge");
        (await table.QueryAsync<TableEntity>(cancellationToken: Cancellation).ToListAsync(Cancellation)).ShouldBeEmpty();
        await Should.ThrowAsync<InvalidOperationException>(() => table.SubmitTransactionAsync([], Cancellation));

        Func<Task> Submit(IEnumerable<TableEntity> entities) => () => table.SubmitTransactionAsync(entities.Select(Add), Cancellation);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_and_a_table_may_be_made_twice()
    {
        var table = await CreateTableAsync();
        await table.CreateIfNotExistsAsync(Cancellation);
        var wrong = azurite.ConnectionString.Replace("AccountKey=", "AccountKey=AAAA", StringComparison.Ordinal);

        var failure = await Should.ThrowAsync<RequestFailedException>(
            () => new TableClient(wrong, table.Name).AddEntityAsync(new TableEntity("p", "r"), Cancellation));

        failure.Status.ShouldBe(403);
    }

    [Fact]
    public void A_filter_writes_each_argument_as_a_literal_of_its_type()
    {
        var filter = TableClient.CreateQueryFilter($"A eq {"O'B"} and B lt {5L} and C eq {true} and D gt {Noon}");

        filter.ShouldBe("A eq 'O''B' and B lt 5L and C eq true and D gt datetime'2027-03-01T11:00:00.1230000Z'");
    }

    private static TableTransactionAction Add(TableEntity entity) => new(TableTransactionActionType.Add, entity);

    private static TableEntity With(int properties, object value, string rowKey = "r")
    {
        var entity = new TableEntity("p", rowKey);
        for (var i = 0; i < properties; i++)
            entity[$"P{i}"] = value;
        return entity;
    }

    private static async Task<string?> RefusedAsync(Func<Task> act) => (await Should.ThrowAsync<RequestFailedException>(act)).ErrorCode;

    private async Task<TableClient> CreateTableAsync()
    {
        var table = new TableServiceClient(azurite.ConnectionString).GetTableClient(StorageWorld.NewPrefix());
        await table.CreateIfNotExistsAsync(Cancellation);
        return table;
    }
}
