package io.tradinggym.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tradinggym.api.Environment;
import io.tradinggym.api.EnvironmentSpec;
import io.tradinggym.api.Gym;
import io.tradinggym.api.ObservationField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of observations in the Javadoc of an environment is what it observes: index, unit and bounds. */
class ObservationTablesTest {
  private static final Pattern TERM = Pattern.compile("([+-]?)(\\d*)([A-Za-z]*)");

  /**
   * A row.
   *
   * @param first index that it is of
   * @param last index, or -1 to the end
   * @param each whether it stands for one of several assets
   */
  private record Row(String text, int first, int last, boolean each, List<String> cells) {}

  @ParameterizedTest
  @CsvSource({
    "Stock-v1, trading-gym/stocks/src/main/java/io/tradinggym/stocks/StockEnvironment.java",
    "Portfolio-v1, trading-gym/stocks/src/main/java/io/tradinggym/stocks/PortfolioEnvironment.java",
    "CryptoSpot-v1, env-crypto/src/main/java/io/tradinggym/crypto/env/CryptoSpotEnvironment.java",
    "CryptoPerp-v1, env-crypto/src/main/java/io/tradinggym/crypto/env/CryptoPerpEnvironment.java",
    "CryptoPortfolio-v1,"
        + " env-crypto/src/main/java/io/tradinggym/crypto/env/CryptoPortfolioEnvironment.java",
    "FundingArbitrage-v1,"
        + " env-crypto/src/main/java/io/tradinggym/crypto/env/FundingArbitrageEnvironment.java",
    "CrossVenue-v1, env-crypto/src/main/java/io/tradinggym/crypto/env/CrossVenueEnvironment.java",
    "OptionStrategies-v1,"
        + " env-options/src/main/java/io/tradinggym/options/trading/OptionStrategies.java",
    "VolatilityTrading-v1,"
        + " env-options/src/main/java/io/tradinggym/options/trading/VolatilityTrading.java",
    "MultiAsset-v1, meta-allocator/src/main/java/io/tradinggym/allocator/multi/MultiAsset.java"
  })
  void theTableIsWhatIsObserved(String id, String source) throws IOException {
    try (Environment env = Gym.make(id)) {
      List<ObservationField> fields = env.spec().observationFields();
      assertThat(fields).hasSize(env.observationSpace().size());
      List<Row> rows = rows(Repository.ROOT.resolve(source), variables(env.spec()));
      assertThat(rows).isNotEmpty();
      int next = 0;
      boolean each = false;
      for (Row row : rows) {
        assertThat(row.first).as(row.text).isGreaterThanOrEqualTo(next);
        assertThat(each || row.first == next).as("a gap before " + row.text).isTrue();
        int last = row.last < 0 ? fields.size() - 1 : row.last;
        for (int index = row.first; index <= last && row.cells.size() == 4; index++) {
          check(row, fields.get(index));
        }
        next = last + 1;
        each = row.each;
      }
      assertThat(next).as("numbers in the table").isEqualTo(fields.size());
    }
  }

  private static void check(Row row, ObservationField field) {
    String unit = row.cells.get(1).replaceFirst("^of ", "");
    if (!unit.isEmpty() && !unit.startsWith("as ")) {
      assertThat(field.unit()).as(row.text + ", " + field.name()).isEqualTo(unit);
    }
    assertThat(field.low()).as(row.text).isEqualTo(Double.parseDouble(row.cells.get(2)));
    assertThat(field.high()).as(row.text).isEqualTo(Double.parseDouble(row.cells.get(3)));
  }

  /** W bars, N assets of F features each; A shares and perpetuals, S shares with options; the first of each. */
  private static Map<Character, Integer> variables(EnvironmentSpec spec) {
    List<ObservationField> fields = spec.observationFields();
    int assets =
        Objects.requireNonNull(spec.trading(), spec.id() + " does not trade").instruments().size();
    int features =
        (int) fields.stream().filter(field -> field.meaning().startsWith("feature ")).count();
    int chains = (int) fields.stream().filter(field -> field.name().startsWith("skew[")).count();
    Map<Character, Integer> variables = new HashMap<>();
    variables.put('W', 1);
    variables.put('N', assets);
    variables.put('F', features / assets);
    variables.put('A', assets);
    variables.put('S', chains);
    variables.put('a', 0);
    variables.put('s', 0);
    return variables;
  }

  private static List<Row> rows(Path source, Map<Character, Integer> variables) throws IOException {
    List<Row> rows = new ArrayList<>();
    boolean table = false;
    for (String line : Files.readAllLines(source)) {
      String text = line.strip().replaceFirst("^\\* ?", "");
      if (text.matches("\\| index +\\|.*")) {
        table = true;
      } else if (table && text.startsWith("|")) {
        List<String> cells = new ArrayList<>();
        for (String cell : text.substring(1).split("\\|")) {
          cells.add(cell.strip());
        }
        String index = cells.removeFirst();
        if (!index.equals("action")) {
          rows.add(row(text, index, cells, variables));
        } else {
          return rows;
        }
      } else if (table) {
        return rows;
      }
    }
    return rows;
  }

  private static Row row(
      String text, String index, List<String> cells, Map<Character, Integer> variables) {
    String[] ends = index.split("\\.\\.|,", -1);
    int first = value(ends[0], variables);
    int last = first;
    if (ends.length == 2) {
      String end = ends[1].replace(" ", "");
      String base = ends[0].replace(" ", "").replaceFirst("\\+\\d+$", "");
      last = end.isEmpty() ? -1 : value(end.startsWith("+") ? base + end : end, variables);
    }
    boolean each = ends[0].contains("a") || ends[0].contains("s");
    return new Row(text, first, last, each, cells);
  }

  /** A sum of products of numbers and variables. */
  private static int value(String formula, Map<Character, Integer> variables) {
    int sum = 0;
    Matcher term = TERM.matcher(formula.replace(" ", ""));
    while (term.find() && !term.group().isEmpty()) {
      int product = term.group(2).isEmpty() ? 1 : Integer.parseInt(term.group(2));
      for (char variable : term.group(3).toCharArray()) {
        product *=
            Objects.requireNonNull(
                variables.get(variable), "no variable " + variable + " in " + formula);
      }
      sum += term.group(1).equals("-") ? -product : product;
    }
    return sum;
  }
}
