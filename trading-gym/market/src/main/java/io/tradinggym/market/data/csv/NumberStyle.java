package io.tradinggym.market.data.csv;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the numbers of a file are written: for machines, or for people in tables that are saved from pages, with a dollar
 * sign, with marks between thousands, with {@code 1.69M} for a volume, with a comma before the decimals. A price such
 * as {@code 110,123} could be either and is none.
 */
enum NumberStyle {
  /** {@code 1234.5}, {@code $1,234.50}. */
  POINT("(\\d{1,3}(?:,\\d{3})+)(\\.\\d+)?"),

  /** {@code 1234,5}, {@code 1.234,50}. */
  COMMA("(\\d{1,3}(?:\\.\\d{3})+)(,\\d+)?");

  /** A comma that separates no thousands. */
  private static final Pattern DECIMAL_COMMA =
      Pattern.compile("[-+]?(?:\\d{1,3}(?:\\.\\d{3})+|\\d+),(?:\\d{1,2}|\\d{4,})|\\d{4,},\\d+");

  private static final Pattern ROUNDED = Pattern.compile("(.+?) ?([KMB])");
  private static final String SCALES = "KMB";

  private final Pattern thousands;

  NumberStyle(String thousands) {
    this.thousands = Pattern.compile(thousands);
  }

  /** The style in which prices are written: one price with a comma before its decimals tells. */
  static NumberStyle of(List<String> prices) {
    return prices.stream().anyMatch(price -> DECIMAL_COMMA.matcher(price).matches())
        ? COMMA
        : POINT;
  }

  /** A price; NaN if the cell holds none. Without decimals no mark is known to stand between thousands. */
  double price(String cell) {
    String plain = cell.startsWith("$") ? cell.substring(1) : cell;
    Matcher marked = thousands.matcher(plain);
    return marked.matches() && marked.group(2) == null ? Double.NaN : number(plain);
  }

  /** A quantity, to three digits if it is written as {@code 1.69M}; NaN if the cell holds none. */
  double quantity(String cell) {
    Matcher rounded = ROUNDED.matcher(cell);
    if (!rounded.matches()) {
      return number(cell);
    }
    int scale = SCALES.indexOf(rounded.group(2)) + 1;
    return number(rounded.group(1)) * StrictMath.pow(1000, scale);
  }

  private double number(String cell) {
    String plain = cell;
    if (thousands.matcher(cell).matches()) {
      plain = cell.replace(this == POINT ? "," : ".", "");
    } else if (this == COMMA && cell.indexOf('.') >= 0) {
      return Double.NaN;
    }
    return Decimal.parse(this == POINT ? plain : plain.replace(',', '.'));
  }
}
