package io.tradinggym.options.chain;

import io.tradinggym.options.pricing.OptionType;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the contracts of a chain have in common: root, size and currency, those of most rows. An adjusted root (after a
 * split or merger, or of minis) is another's with a digit: it is never the chain's own unless nothing else is there.
 *
 * @param root of symbols; empty if the file has none
 * @param size units of the underlying per contract
 * @param currency of prices; empty if the file does not say
 */
record Identity(String root, int size, String currency) {
  /** As the Options Clearing Corporation writes it: root, date, right, strike in thousandths. */
  private static final Pattern SYMBOL =
      Pattern.compile("([A-Z.^]{1,6}\\d?) *(\\d{6})([CP])(\\d{8})");

  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

  static final int STANDARD_SIZE = 100;
  static final int MINI_SIZE = 10;

  static Identity of(List<ChainRow> rows) {
    List<ChainRow> standard = rows.stream().filter(row -> !isAdjusted(row.root())).toList();
    List<ChainRow> counted = standard.isEmpty() ? rows : standard;
    return new Identity(
        most(counted, ChainRow::root, ""),
        most(counted, ChainRow::size, STANDARD_SIZE),
        most(counted, ChainRow::currency, ""));
  }

  private static <T> T most(List<ChainRow> rows, Function<ChainRow, T> property, T none) {
    Map<T, Integer> counts = new HashMap<>();
    rows.forEach(row -> counts.merge(property.apply(row), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(
            Comparator.comparing(Map.Entry<T, Integer>::getValue)
                .thenComparing(entry -> String.valueOf(entry.getKey())))
        .map(Map.Entry::getKey)
        .orElse(none);
  }

  /** The root of a contract's symbol; empty if the text is no such symbol. */
  static String root(String symbol) {
    Matcher matcher = SYMBOL.matcher(symbol);
    return matcher.matches() ? matcher.group(1) : "";
  }

  /**
   * Asks the cells of a row to say what its symbol says.
   *
   * @throws BadChainException naming the cell that says something else
   */
  static void requireSame(Fields fields, OptionType type, double strike, LocalDate expiry) {
    String symbol = fields.text("contractsymbol");
    Matcher matcher = SYMBOL.matcher(symbol);
    if (!matcher.matches()) {
      return;
    }
    String right = type == OptionType.CALL ? "C" : "P";
    double thousandths = Integer.parseInt(matcher.group(4));
    require(fields, "type", right.equals(matcher.group(3)), symbol);
    require(fields, "strike", Math.abs(strike * 1000 - thousandths) < 0.51, symbol);
    String day = expiry.format(SHORT);
    require(fields, "expiration", day.equals(matcher.group(2)), symbol);
  }

  private static void require(Fields fields, String column, boolean same, String symbol) {
    if (!same) {
      throw fields.bad(column, "what " + symbol + " says");
    }
  }

  /** Whether a root is another's with a digit. */
  static boolean isAdjusted(String root) {
    return !root.isEmpty() && Character.isDigit(root.charAt(root.length() - 1));
  }

  /**
   * Whether a row stands for something else than the chain's contracts. Two standard roots of which one begins with the
   * other (an index's monthly and weekly options, SPX and SPXW) are both its own.
   */
  boolean isOtherRoot(ChainRow row) {
    boolean kin = row.root().startsWith(root) || root.startsWith(row.root());
    return !row.root().equals(root) && (!kin || isAdjusted(row.root()) || isAdjusted(root));
  }
}
