package io.tradinggym.examples.lessons.site;

import java.util.Map;

/**
 * A formula as LaTeX writes it, turned into MathML, which browsers draw without a script. Knows what the lessons use:
 * letters, numbers, sub- and superscripts, {@code \frac}, {@code \sqrt}, {@code \bar}, {@code \hat}, {@code \text},
 * Greek letters, sums and the signs of {@link #SIGNS}; refuses the rest, so that a lesson cannot show a command.
 */
final class Formula {
  private static final Map<String, String> LETTERS =
      Map.ofEntries(
          Map.entry("alpha", "α"),
          Map.entry("beta", "β"),
          Map.entry("gamma", "γ"),
          Map.entry("delta", "δ"),
          Map.entry("epsilon", "ε"),
          Map.entry("lambda", "λ"),
          Map.entry("mu", "μ"),
          Map.entry("pi", "π"),
          Map.entry("rho", "ρ"),
          Map.entry("sigma", "σ"),
          Map.entry("tau", "τ"),
          Map.entry("theta", "θ"),
          Map.entry("phi", "φ"),
          Map.entry("kappa", "κ"),
          Map.entry("eta", "η"),
          Map.entry("omega", "ω"),
          Map.entry("Gamma", "Γ"),
          Map.entry("Delta", "Δ"),
          Map.entry("Sigma", "Σ"),
          Map.entry("Pi", "Π"),
          Map.entry("Phi", "Φ"),
          Map.entry("partial", "∂"),
          Map.entry("infty", "∞"),
          Map.entry("ell", "ℓ"));

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("sum", "∑"),
          Map.entry("int", "∫"),
          Map.entry("prod", "∏"),
          Map.entry("in", "∈"),
          Map.entry("le", "≤"),
          Map.entry("ge", "≥"),
          Map.entry("ne", "≠"),
          Map.entry("cdot", "·"),
          Map.entry("times", "×"),
          Map.entry("approx", "≈"),
          Map.entry("sim", "∼"),
          Map.entry("to", "→"),
          Map.entry("pm", "±"),
          Map.entry("qquad", "\u2003\u2003"),
          Map.entry("quad", "\u2003"),
          Map.entry(",", "\u2009"),
          Map.entry(";", "\u2005"),
          Map.entry("{", "{"),
          Map.entry("}", "}"),
          Map.entry("mid", "|"),
          Map.entry("propto", "∝"),
          Map.entry("ll", "≪"),
          Map.entry("gg", "≫"),
          Map.entry("dots", "…"),
          Map.entry("left", ""),
          Map.entry("right", ""),
          Map.entry("%", "%"),
          Map.entry("leftarrow", "←"));

  private static final Map<String, String> NAMES =
      Map.of("min", "min", "max", "max", "ln", "ln", "log", "log", "exp", "exp", "arg", "arg");

  private final String text;
  private int at;

  private Formula(String text) {
    this.text = text;
  }

  /**
   * MathML of a formula.
   *
   * @param block whether it stands on a line of its own
   * @throws IllegalArgumentException if it holds a command that is not known here, or its braces do not match
   */
  static String html(String latex, boolean block) {
    Formula formula = new Formula(latex);
    String row = formula.row(false);
    return "<math" + (block ? " display=\"block\"" : "") + "><mrow>" + row + "</mrow></math>";
  }

  private String row(boolean inBraces) {
    StringBuilder row = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '}') {
        if (!inBraces) {
          throw new IllegalArgumentException("a brace too many in " + text);
        }
        at++;
        return row.toString();
      }
      if (Character.isWhitespace(c)) {
        at++;
      } else {
        row.append(scripted(atom()));
      }
    }
    if (inBraces) {
      throw new IllegalArgumentException("a brace is not closed in " + text);
    }
    return row.toString();
  }

  private String scripted(String base) {
    String below = "";
    String above = "";
    while (at < text.length() && (text.charAt(at) == '_' || text.charAt(at) == '^')) {
      boolean sub = text.charAt(at++) == '_';
      String script = atom();
      below = sub ? script : below;
      above = sub ? above : script;
    }
    boolean limits =
        base.contains("∑")
            || base.contains("∏")
            || base.contains(">max<")
            || base.contains(">min<");
    String kind = limits ? "under" : "sub";
    if (!below.isEmpty() && !above.isEmpty()) {
      return tag(limits ? "munderover" : "msubsup", base + below + above);
    }
    return !below.isEmpty()
        ? tag("m" + kind, base + below)
        : !above.isEmpty() ? tag(limits ? "mover" : "msup", base + above) : base;
  }

  private String atom() {
    while (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    char c = text.charAt(at++);
    if (c == '{') {
      return tag("mrow", row(true));
    }
    if (c == '\\') {
      return command();
    }
    if (Character.isDigit(c)) {
      int from = at - 1;
      while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
        at++;
      }
      return tag("mn", text.substring(from, at));
    }
    if (Character.isLetter(c)) {
      return tag("mi", String.valueOf(c));
    }
    return tag(
        "mo",
        c == '<'
            ? "&lt;"
            : c == '>' ? "&gt;" : c == '-' ? "−" : c == '&' ? "&amp;" : String.valueOf(c));
  }

  private String command() {
    int from = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    if (at == from) {
      at++;
    }
    String name = text.substring(from, at);
    return switch (name) {
      case "frac" -> tag("mfrac", atom() + atom());
      case "sqrt" -> tag("msqrt", atom());
      case "bar" -> tag("mover", atom() + "<mo>¯</mo>");
      case "hat" -> tag("mover", atom() + "<mo>^</mo>");
      case "text" -> tag("mtext", words());
      default -> {
        if (LETTERS.containsKey(name)) {
          yield tag("mi", LETTERS.get(name));
        }
        if (NAMES.containsKey(name)) {
          yield tag("mo", NAMES.get(name));
        }
        String sign = SIGNS.get(name);
        if (sign == null) {
          throw new IllegalArgumentException("\\" + name + " is not known, in " + text);
        }
        yield sign.isBlank() && !sign.isEmpty()
            ? tag("mtext", sign)
            : sign.isEmpty() ? "" : tag("mo", sign);
      }
    };
  }

  private String words() {
    int end = text.indexOf('}', at);
    String words = text.substring(text.indexOf('{', at) + 1, end);
    at = end + 1;
    return words.replace(" ", "\u00a0");
  }

  private static String tag(String name, String content) {
    return "<" + name + ">" + content + "</" + name + ">";
  }
}
