package io.tradinggym.examples.lessons.site;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Markdown that lessons use, as HTML: headings, paragraphs, lists, tables, fenced code, emphasis, code, links and
 * formulas between dollar signs.
 */
public final class Markdown {
  private static final Pattern INLINE =
      Pattern.compile(
          "`([^`]+)`|\\$([^$]+)\\$|\\*\\*([^*]+)\\*\\*|\\*([^*]+)\\*|\\[([^\\]]+)\\]\\(([^)]+)\\)");

  private Markdown() {}

  /** HTML of a cell. */
  public static String html(String markdown) {
    StringBuilder html = new StringBuilder();
    List<String> block = new ArrayList<>();
    boolean fenced = false;
    for (String line : (markdown + "\n").split("\n", -1)) {
      if (line.startsWith("```")) {
        fenced = !fenced;
        if (!fenced) {
          html.append("<pre><code>")
              .append(escape(String.join("\n", block)))
              .append("</code></pre>\n");
          block.clear();
        } else {
          html.append(block(block));
          block.clear();
        }
      } else if (!fenced && line.isBlank()) {
        html.append(block(block));
        block.clear();
      } else {
        block.add(line);
      }
    }
    return html.append(block(block)).toString();
  }

  private static String block(List<String> lines) {
    if (lines.isEmpty()) {
      return "";
    }
    String first = lines.getFirst();
    if (first.startsWith("#")) {
      int level = first.indexOf(' ');
      String heading =
          "<h" + level + ">" + inline(first.substring(level + 1)) + "</h" + level + ">\n";
      return heading + block(lines.subList(1, lines.size()));
    }
    String all = String.join(" ", lines).strip();
    if (all.startsWith("$$") && all.endsWith("$$")) {
      return Formula.html(all.substring(2, all.length() - 2), true) + "\n";
    }
    if (first.startsWith("- ")) {
      return list(lines);
    }
    if (first.startsWith("|")) {
      return table(lines);
    }
    return "<p>" + inline(all) + "</p>\n";
  }

  private static String list(List<String> lines) {
    StringBuilder html = new StringBuilder("<ul>\n");
    for (String line : lines) {
      html.append("<li>").append(inline(line.replaceFirst("^- ", ""))).append("</li>\n");
    }
    return html.append("</ul>\n").toString();
  }

  private static String table(List<String> lines) {
    StringBuilder html = new StringBuilder("<table>\n");
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).startsWith("|--")) {
        String cell = i == 0 ? "th" : "td";
        html.append("<tr>");
        for (String text : lines.get(i).replaceAll("^\\||\\|$", "").split("\\|")) {
          html.append('<')
              .append(cell)
              .append('>')
              .append(inline(text.strip()))
              .append("</")
              .append(cell)
              .append('>');
        }
        html.append("</tr>\n");
      }
    }
    return html.append("</table>\n").toString();
  }

  private static String inline(String text) {
    StringBuilder html = new StringBuilder();
    Matcher found = INLINE.matcher(text);
    int from = 0;
    while (found.find()) {
      html.append(escape(text.substring(from, found.start()))).append(mark(found));
      from = found.end();
    }
    return html.append(escape(text.substring(from))).toString();
  }

  private static String mark(Matcher found) {
    if (found.group(1) != null) {
      return "<code>" + escape(found.group(1)) + "</code>";
    }
    if (found.group(2) != null) {
      return Formula.html(found.group(2), false);
    }
    if (found.group(3) != null) {
      return "<strong>" + inline(found.group(3)) + "</strong>";
    }
    if (found.group(4) != null) {
      return "<em>" + inline(found.group(4)) + "</em>";
    }
    return "<a href=\"" + escape(found.group(6)) + "\">" + inline(found.group(5)) + "</a>";
  }

  /** Text that HTML shows as it is. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
