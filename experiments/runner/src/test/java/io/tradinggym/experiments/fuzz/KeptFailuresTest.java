package io.tradinggym.experiments.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damage that once ended in a stack trace, in the words of the JDK, or without the name of the file. */
class KeptFailuresTest {
  @TempDir private static Path samples;
  private static List<FileKind> kinds = List.of();
  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void makeSamples() throws IOException {
    kinds = Readers.all(samples);
  }

  private static FileKind kind(String name) {
    return kinds.stream().filter(kind -> kind.name().equals(name)).findAny().orElseThrow();
  }

  private Throwable refused(String name, String sample, String old, String now) {
    assertThat(sample).as(name).contains(old);
    byte[] damaged = sample.replace(old, now).getBytes(StandardCharsets.ISO_8859_1);
    Throwable thrown = catchThrowable(() -> kind(name).reader().read(folder, damaged));
    assertThat(thrown).as("%s read %s", name, now).isNotNull();
    assertThat(Verdict.of(thrown, kind(name).file())).as("%s: %s", name, thrown).isEmpty();
    return thrown;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          signal-models   | [5E-1]                      | []                       | base_score must be a number
          signal-models   | [5E-1]                      | [1.5]                    | base_score of a probability must be in (0, 1)
          signal-models   | "num_feature":"2"           | "num_feature":"2e9"      | num_feature must be in 1
          signal-models   | "left_children":[1,-1,3,    | "left_children":[1,-1,0, | has the child 0, which is no other node of its own
          signal-models   | "left_children":[1,-1,3,    | "left_children":[1,-1,9, | has the child 9
          signal-models   | "split_indices":[0,0,1,     | "split_indices":[0,0,7,  | node 2 splits feature 7 of 2
          signal-models   | "default_left":[1,0,0,0,0]  | "default_left":[]        | need a value for each node
          signal-models   | "sum_hessian":[9,4,5,2,3]   | "sum_hessian":[]         | one value for each node
          signal-models   | 0.25,0.2,0.3]               | null,0.2,0.3]            | split_conditions must be a number
          signal-models   | "best_iteration":"1"        | "best_iteration":"-7"    | best_iteration must be >= 0
          watchlists      | [SPY, NVDA, BRK-B]          | []                       | watchlist must name at least one ticker
          watchlists      | [SPY, NVDA, BRK-B]          | [SPY, {a: b}]            | watchlist must be a list such as [SPY, "0700"]
          watchlists      | 0.65                        | 0.0                      | confidence_threshold must be in (0, 1)
          watchlists      | horizon_days: 3             | horizon_days: 3.7        | must be a whole number, was 3.7
          registry-cards  | expires: 5000000            | expires: -1              | expires must be >= 0
          registry-cards  | role: trend                 | role: \u00e9             | is damaged: it is not text in UTF-8
          registry-aliases| champion: a                 | champion: ../a           | is damaged: the line
          registry-aliases| champion: a                 | champ                    | is damaged: the line
          training-logs   | 200,0.25                    | 200,x                    | line 3: "x" is not a number
          training-logs   | 200,0.25                    | 2.0,0.25                 | line 3: "2.0" is no number of steps
          exchange-rules  | checked = 2026-01-01        | checked = 2026-13-01     | must be a date such as 2026-01-01
          exchange-rules  | checked = 2026-01-01        | checked = 9999-01-01     | must be between 2009-01-01
          exchange-rules  | from = 2026-01-01T00:00Z    | from = 12%               | must be a time such as 2026-01-01T00:00Z
          configurations  | seed: 7                     | seed: \u00e9             | is not text in UTF-8
          configurations  | [64, 64]                    | [64, x]                  | "x" is no width
          ledgers         | "failed"                    | "fail"                   | line 4: "fail" is no event of a trial
          ledgers         | 2026-01-15T00:00:00Z        | 2026-01-15l00:00:00Z     | line 1: "2026-01-15l00:00:00Z" is no time
          run-metrics     | buy-and-hold                | :                        | a name on a card holds a colon
          run-metrics     | sharpe                      | \u00e9                   | it is not text in UTF-8
          run-manifests   | finished                    | \u00e9                   | it is not text in UTF-8
          trial-specifications | 1000                   | \u00e9                   | is not text in UTF-8
          maps            | old                         | ../old                   | is no row of a map
          maps            | 20501231                    | 20130201                 | AAA_map.csv leaves fewer than 2 bars of AAA
          series-with-times | 2023-01-03T21:15          | 2022-01-03T21:15         | iv_atm.csv: row 0 is known at
          streams         | OPEN                        | OPE                      | line 1: a time in milliseconds and one of [OPEN
          streams         | aggTrade                    | \u00e9                   | stream.tsv is not text in UTF-8
          quotes-beside-trades | 2023-                  | 2024-                    | leaves fewer than 2 of the 24 bars of AAA.csv
          asks            | 2023-                       | 2022-                    | leaves fewer than 2 of the 24 bars of AAA_bid.csv
          actions-of-a-market | 0.25,1                  | 0.25,2                   | AAA.csv with AAA_actions.csv:
          """)
  void isRefusedInWordsThatHelp(String name, String old, String now, String expected) {
    String sample = new String(kind(name).samples().getFirst(), StandardCharsets.UTF_8);
    String found = kind(name).samples().size() > 1 && !sample.contains(old) ? "" : sample;
    assertThat(refused(name, found, old, now)).hasMessageContaining(expected);
  }

  @Test
  void marksOfAnotherTimeAreRefusedByName() {
    String other =
        """
        timestamp,open,high,low,close,volume
        946684800000,20,20,20,20,1
        946688400000,20,20,20,20,1
        """;
    assertThat(refused("marks", other, "946684800000", "946684800000"))
        .hasMessageContaining("holds nothing of a time in which");
  }

  @Test
  void aMarketOfOneBarIsRefusedByName() {
    String one =
        """
        date,open,high,low,close,volume,tic
        2023-01-03,9,9,9,9,1,AAA
        2023-01-03,9,9,9,9,1,BBB
        """;
    assertThat(refused("bars-of-several-tickers", one, "BBB", "BBB"))
        .hasMessageContaining("has fewer than 2 bars");
  }

  @Test
  void aZipThatBreaksOffIsRefusedInWords() {
    byte[] whole = kind("zips").samples().getFirst();
    Throwable thrown =
        catchThrowable(
            () -> kind("zips").reader().read(folder, Arrays.copyOf(whole, whole.length / 2)));
    assertThat(thrown).hasMessageContaining("AAA.zip is damaged: it ends too early");
  }

  /** The count stands in the second eight bytes, the first close time behind them. */
  @Test
  void columnsThatAreNoBarsAreRefusedByName() {
    byte[] bytes = kind("columns").samples().getFirst().clone();
    bytes[24] = (byte) 0x80;
    assertThat(catchThrowable(() -> kind("columns").reader().read(folder, bytes)))
        .hasMessageContaining("AAA.bars: bar 1 closes at");
  }
}
