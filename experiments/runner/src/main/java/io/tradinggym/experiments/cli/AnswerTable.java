package io.tradinggym.experiments.cli;

import io.tradinggym.experiments.ledger.LedgerQuery;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An answer as a table of texts, columns as wide as they must be; numbers to the right. */
final class AnswerTable {
  private static final int WIDEST = 60;

  private final LedgerQuery.Answer answer;

  AnswerTable(LedgerQuery.Answer answer) {
    this.answer = answer;
  }

  void print(PrintWriter out) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(answer.columns());
    for (List<@Nullable String> row : answer.rows()) {
      lines.add(row.stream().map(AnswerTable::cell).toList());
    }
    int columns = answer.columns().size();
    int[] width = new int[columns];
    boolean[] number = new boolean[columns];
    for (int i = 0; i < columns; i++) {
      int at = i;
      width[i] = lines.stream().mapToInt(line -> line.get(at).length()).max().orElse(0);
      number[i] =
          lines.size() > 1
              && lines.stream().skip(1).allMatch(line -> line.get(at).matches("-?[0-9.eE+-]*"));
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < columns; i++) {
        String pad = " ".repeat(width[i] - line.get(i).length());
        text.append(i == 0 ? "" : "  ").append(number[i] ? pad + line.get(i) : line.get(i) + pad);
      }
      out.println(text.toString().stripTrailing());
    }
  }

  private static String cell(@Nullable String text) {
    String shown = text == null ? "" : text;
    return shown.length() <= WIDEST ? shown : shown.substring(0, WIDEST - 3) + "...";
  }
}
