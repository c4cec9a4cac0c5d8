package io.tradinggym.experiments.fuzz;

import io.tradinggym.allocator.registry.Alias;
import io.tradinggym.allocator.registry.ModelCard;
import io.tradinggym.allocator.registry.ModelRegistry;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.SeriesFile;
import io.tradinggym.data.store.ColumnFile;
import io.tradinggym.data.store.ParquetStore;
import io.tradinggym.data.store.PartitionedStore;
import io.tradinggym.data.stream.BinanceFeed;
import io.tradinggym.data.stream.FeedListener;
import io.tradinggym.data.stream.Recording;
import io.tradinggym.experiments.signals.SourceFiles;
import io.tradinggym.experiments.signals.Watchlist;
import io.tradinggym.market.calendar.Nyse;
import io.tradinggym.signals.model.Table;
import io.tradinggym.signals.trees.TreeModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parquet, sources beside the bars, watchlists, models of signals, the registry of models. */
final class DataReaders {
  private static final int BARS = 30;
  private static final long DAY = 86_400_000L;

  private static final FeedListener NOBODY = new FeedListener() {};

  private DataReaders() {}

  static List<FileKind> all(Path scratch) throws IOException {
    List<FileKind> kinds = new ArrayList<>();
    kinds.add(
        FileKind.files(
            "sources",
            "VIXCLS.csv",
            file -> SourceFiles.read(Map.of("VIXCLS", file)),
            "DATE,VIXCLS\n2023-01-03,22.9\n2023-01-04,.\n2023-01-05,22.46\n",
            "observation_date,VIXCLS\n2023-01-03,22.9\n2023-01-04,\n"));
    kinds.add(
        FileKind.files(
            "watchlists", "watchlist.yaml", file -> Watchlist.read(file), Samples.watchlist()));
    Table table =
        new Table(List.of("a", "b"), new long[] {1, 2}, new float[] {0, 1, Float.NaN, .3f});
    kinds.add(
        FileKind.texts(
            "signal-models",
            text -> {
              TreeModel model = TreeModel.of(text.getBytes(StandardCharsets.UTF_8));
              if (model.trees().features() == table.width()) {
                model.predict(table, 0);
                model.predict(table, 1);
              }
              model.trees().gain();
            },
            Samples.boostedTrees()));
    kinds.add(
        FileKind.files(
            "series-with-times",
            "iv_atm.csv",
            file -> SeriesFile.read("iv_atm", file),
            Samples.stamped()));
    kinds.add(
        FileKind.files(
            "streams",
            "stream.tsv",
            file -> new Recording(file).replay(new BinanceFeed(NOBODY)),
            Samples.stream()));
    kinds.add(parquet(scratch));
    kinds.add(partitions(scratch));
    kinds.add(columns(scratch));
    kinds.addAll(registry(scratch.resolve("cards")).subList(0, 1));
    kinds.addAll(registry(scratch.resolve("aliases")).subList(1, 2));
    return kinds;
  }

  private static PriceBars bars() {
    PriceBars bars = new PriceBars();
    for (int i = 0; i < BARS; i++) {
      bars.append((i + 1) * DAY, 100 + i, 101 + i, 99 + i, 100.5 + i, 1000);
    }
    return bars;
  }

  private static FileKind partitions(Path scratch) throws IOException {
    Path folder = scratch.resolve("partitions");
    PartitionedStore store = new PartitionedStore(folder, new Nyse());
    store.merge(Map.of("AAA", bars()), Instant.EPOCH);
    Path year = folder.resolve("year=1970").resolve("bars.parquet");
    return FileKind.files(
        "partitions",
        "bars.parquet",
        bytes -> bytes,
        file -> {
          Files.write(year, Files.readAllBytes(file));
          store.readAll();
        },
        List.of(Files.readAllBytes(year)));
  }

  private static FileKind columns(Path scratch) throws IOException {
    Path sample = scratch.resolve("columns.bars");
    ColumnFile.write(sample, bars());
    return FileKind.files(
        "columns",
        "AAA.bars",
        bytes -> bytes,
        file -> {
          try (ColumnFile columns = ColumnFile.open(file)) {
            columns.bars();
          }
        },
        List.of(Files.readAllBytes(sample)));
  }

  private static FileKind parquet(Path scratch) throws IOException {
    byte[] sample;
    Path folder = Files.createDirectories(scratch.resolve("parquet"));
    ParquetStore store = new ParquetStore(folder);
    store.write("AAA", bars());
    sample = Files.readAllBytes(store.file("AAA"));
    return FileKind.files(
        "parquet",
        "AAA.parquet",
        bytes -> bytes,
        file -> {
          Files.copy(file, store.file("AAA"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
          store.read("AAA");
        },
        List.of(sample));
  }

  private static List<FileKind> registry(Path folder) throws IOException {
    ModelRegistry registry = ModelRegistry.in(Files.createDirectories(folder));
    ModelCard card =
        new ModelCard("trend", "", "2005/2016", 7, "abc", Map.of("gamma", "0.99"), 5_000_000);
    String id = registry.add(card, new byte[] {1, 2, 3});
    registry.promote(id, 1, "first");
    Path cards = folder.resolve("versions").resolve(id).resolve("card");
    Path aliases = folder.resolve("aliases");
    return List.of(
        FileKind.files(
            "registry-cards",
            "card",
            bytes -> bytes,
            file -> {
              Files.write(cards, Files.readAllBytes(file));
              registry.card(id);
              registry.model(id);
            },
            List.of(Files.readAllBytes(cards))),
        FileKind.files(
            "registry-aliases",
            "aliases",
            bytes -> bytes,
            file -> {
              Files.write(aliases, Files.readAllBytes(file));
              for (Alias alias : Alias.values()) {
                registry.version(alias);
              }
              registry.champion(1).ifPresent(champion -> {});
            },
            List.of(Files.readAllBytes(aliases))));
  }
}
