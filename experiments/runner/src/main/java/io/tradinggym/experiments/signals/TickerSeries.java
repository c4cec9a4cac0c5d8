package io.tradinggym.experiments.signals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tradinggym.api.util.Sha256;
import io.tradinggym.data.feature.Catalog;
import io.tradinggym.data.feature.NamedFeature;
import io.tradinggym.data.series.KnownSeries;
import io.tradinggym.data.series.PriceBars;
import io.tradinggym.data.series.Sources;
import io.tradinggym.experiments.UserError;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Series that were collected beside a ticker's bars, and the features by which its models look at them, each as it was
 * known at a bar's close. A name that features of the catalog look for gives those, any other its distance from the
 * mean of a year in deviations.
 *
 * @param reason why none was looked for; empty if they were
 * @param sources with a value by the last close
 * @param features of them
 * @param seen what is known of each by the last close, by name
 * @param late with no value by the last close
 * @param absent names that the catalog has features for and nothing was collected of
 */
record TickerSeries(
    String reason,
    Sources sources,
    List<NamedFeature> features,
    Map<String, Seen> seen,
    List<String> late,
    List<String> absent) {
  private static final List<NamedFeature> OUTSIDE = Catalog.standard().outside();
  private static final String PLAIN = "[A-Za-z0-9_]+";

  /**
   * What is known of a series by the last close.
   *
   * @param values how many there are
   * @param first day on which one became known
   * @param last day on which one became known
   * @param sha256 of them with their times
   */
  record Seen(int values, LocalDate first, LocalDate last, String sha256) {
    static Seen of(KnownSeries series, int last) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(last + 1, 3 * Long.BYTES));
      for (int i = 0; i <= last; i++) {
        bytes.putLong(series.eventTime(i)).putLong(series.knownAt(i)).putDouble(series.value(i));
      }
      return new Seen(
          last + 1,
          TickerSignal.day(series.knownAt(0)),
          TickerSignal.day(series.knownAt(last)),
          Sha256.of(bytes.array()));
    }
  }

  /** None, for a reason. */
  static TickerSeries none(String reason) {
    return new TickerSeries(reason, Sources.NONE, List.of(), Map.of(), List.of(), List.of());
  }

  /**
   * The series of a ticker.
   *
   * @param asked folder that was asked for; null takes the one beside the data, if it is there
   * @throws UserError if the folder that was asked for is not there, or a file is damaged
   */
  static TickerSeries of(TickerData data, @Nullable Path asked, String ticker, PriceBars bars) {
    Path folder = asked == null ? data.series() : asked;
    if (asked != null && !Files.isDirectory(asked)) {
      throw new UserError("there is no folder of sources " + asked);
    }
    if (data.simulated()) {
      return none("a model drew the prices, so nothing was collected of them");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      return none(folder == null ? "no folder of them is named" : "there is no " + folder);
    }
    Sources all = SourceFiles.read(folder, Map.of());
    Path own = folder.resolve(ticker);
    if (Files.isDirectory(own)) {
      Sources more = SourceFiles.read(own, Map.of());
      for (String name : more.names()) {
        all = all.with(name, more.get(name));
      }
    }
    return of(all, bars);
  }

  static TickerSeries of(Sources all, PriceBars bars) {
    Sources known = Sources.NONE;
    Map<String, Seen> seen = new TreeMap<>();
    List<String> late = new ArrayList<>();
    for (String name : new TreeSet<>(all.names())) {
      KnownSeries series = all.get(name);
      int last = series.indexAt(bars.closeTime(bars.size() - 1));
      if (last < 0) {
        late.add(name);
      } else {
        known = known.with(name, series);
        seen.put(name, Seen.of(series, last));
      }
    }
    List<NamedFeature> features = new ArrayList<>();
    TreeSet<String> absent = new TreeSet<>();
    TreeSet<String> plain = new TreeSet<>(seen.keySet());
    for (NamedFeature feature : OUTSIDE) {
      if (seen.keySet().containsAll(feature.sources())) {
        features.add(feature);
        plain.removeAll(feature.sources());
      }
      absent.addAll(feature.sources());
    }
    for (String name : plain) {
      if (!name.matches(PLAIN)) {
        throw new UserError(
            "a source's file is named by letters, digits and _, was \"" + name + ".csv\"");
      }
      features.addAll(Catalog.standard().parse("externalZ(" + name + ")"));
    }
    absent.removeAll(all.names());
    return new TickerSeries("", known, List.copyOf(features), seen, late, List.copyOf(absent));
  }

  /** All of them that decides a model. */
  String lineage() {
    return seen.isEmpty()
        ? "no series"
        : "series "
            + seen.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue().sha256())
                .collect(Collectors.joining(" "))
            + " as "
            + features;
  }

  /** One line each: what there is from when to when, and what is not there. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    seen.forEach(
        (name, of) ->
            lines.add(name + ": " + of.values + " values, known " + of.first + " to " + of.last));
    late.forEach(name -> lines.add(name + ": none is known by the last close"));
    if (!absent.isEmpty()) {
      lines.add("not collected: " + String.join(", ", absent));
    }
    return lines;
  }

  void into(ObjectNode node) {
    ObjectNode series = node.putObject("series");
    if (!reason.isEmpty()) {
      series.put("none", reason);
      return;
    }
    ObjectNode there = series.putObject("seen");
    seen.forEach(
        (name, of) ->
            there
                .putObject(name)
                .put("values", of.values)
                .put("first", of.first.toString())
                .put("last", of.last.toString())
                .put("sha256", of.sha256));
    features.forEach(feature -> series.withArray("features").add(feature.name()));
    late.forEach(series.putArray("noneKnownYet")::add);
    absent.forEach(series.putArray("notCollected")::add);
  }

  /** Their names, or that there are none and why. */
  @Override
  public String toString() {
    return !reason.isEmpty()
        ? "none, " + reason
        : seen.isEmpty() ? "none, no collected value is known" : String.join(" ", seen.keySet());
  }
}
