// Azurite looks through a whole table for each query and sorts what it finds. The real service reads along one index, by
// partition and row key. Here is that index, so that what is measured is what the application asks for and not how large the
// emulator's table is. Queries that do not name one partition go Azurite's own way.
"use strict";

const persistence = "../../node_modules/azurite/dist/src/table/persistence";
const store = require(`${persistence}/LokiTableMetadataStore`).default.prototype;
const generator = require(`${persistence}/LokiTableStoreQueryGenerator`).default;
const byWholeTable = store.queryTableEntities;
const onePartition = /^PartitionKey eq '((?:[^']|'')*)'(?: and RowKey (?:ge|gt|lt|le|eq) '(?:[^']|'')*')*$/;
const rowBound = /RowKey (ge|gt|lt|le|eq) '((?:[^']|'')*)'/g;

class Partition {
  rows = new Map();
  sorted = null;

  inOrder() {
    this.sorted ??= [...this.rows.values()].sort((one, other) => (one.RowKey < other.RowKey ? -1 : one.RowKey > other.RowKey ? 1 : 0));
    return this.sorted;
  }

  firstFrom(key) {
    const rows = this.inOrder();
    let [low, high] = [0, rows.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (rows[middle].RowKey < key)
        low = middle + 1;
      else
        high = middle;
    }
    return low;
  }
}

class Index {
  partitions = new Map();

  of(key) {
    let partition = this.partitions.get(key);
    if (!partition)
      this.partitions.set(key, (partition = new Partition()));
    return partition;
  }

  change(row, act) {
    const partition = this.of(row.PartitionKey);
    act(partition.rows);
    partition.sorted = null;
  }
}

// Azurite's own indexes are arrays that every insert moves: ten years of rows would take most of an hour.
store.createCollectionForTable = function (table) {
  const name = this.getTableCollectionName(table.account, table.table);
  if (this.db.getCollection(name))
    this.db.removeCollection(name);
  const collection = this.db.addCollection(name);
  const index = (collection.index = new Index());
  collection.on(["insert", "update"], row => index.change(row, rows => rows.set(row.RowKey, row)));
  collection.on("delete", row => index.change(row, rows => rows.delete(row.RowKey)));
  const findOne = collection.findOne.bind(collection);
  collection.findOne = query =>
    Object.keys(query).length === 2 && query.PartitionKey !== undefined && query.RowKey !== undefined
      ? index.of(query.PartitionKey).rows.get(query.RowKey) ?? null
      : findOne(query);
};

store.queryTableEntities = async function (context, account, table, options, nextPartition, nextRow) {
  const filter = options.filter || "";
  const asked = onePartition.exec(filter);
  if (!asked)
    return byWholeTable.call(this, context, account, table, options, nextPartition, nextRow);
  let [from, to] = [this.decodeContinuationHeader(nextRow) || "", null];
  for (const [, operator, text] of filter.slice(asked[1].length).matchAll(rowBound)) {
    const key = text.replaceAll("''", "'");
    if (operator !== "lt" && operator !== "le" && key > from)
      from = key;
    if (operator !== "gt" && operator !== "ge" && (to === null || key < to))
      to = key;
  }
  const takes = generator.generateQueryForPersistenceLayer(options, context);
  const partition = this.getEntityCollection(account, table, context).index.of(asked[1].replaceAll("''", "'"));
  const rows = partition.inOrder();
  const most = this.getMaxResultsOption(options);
  const found = [];
  for (let i = partition.firstFrom(from); i < rows.length && found.length <= most && (to === null || rows[i].RowKey <= to); i++) {
    if (takes(rows[i]))
      found.push(rows[i]);
  }
  const next = this.adjustQueryResultforTop(found, most);
  return [found, next.nextPartitionKeyResponse, next.nextRowKeyResponse];
};
