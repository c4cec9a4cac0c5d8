package io.tradinggym.examples.lessons.book;

import io.tradinggym.examples.lessons.kit.Picture;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis.Completeness;
import jdk.jshell.SourceCodeAnalysis.CompletionInfo;
import jdk.jshell.execution.LocalExecutionControlProvider;
import org.jspecify.annotations.Nullable;

/**
 * Runs the cells of a notebook in this JVM through JShell, on this JVM's class path: the classes of the library that a
 * cell sees are those that this program sees. Lines that begin with % are for Jupyter's kernel and are skipped. While a
 * cell runs, {@link System#out} goes into its result: one runner at a time.
 */
public final class NotebookRunner implements AutoCloseable {
  /** Where a cell leaves its pictures: it runs in this JVM, but its values have names of JShell's own. */
  private static final List<Picture> DRAWN = new ArrayList<>();

  private final JShell shell;

  /** Starts the interpreter: about a second. */
  public NotebookRunner() {
    shell = JShell.builder().executionEngine(new LocalExecutionControlProvider(), Map.of()).build();
    for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
      shell.addToClasspath(entry);
    }
  }

  /**
   * Runs all cells.
   *
   * @param results told of each cell of code as it ends
   * @throws CellFailure if a cell does not compile or throws
   */
  public void run(Notebook notebook, Consumer<CellResult> results) {
    for (Cell cell : notebook.cells()) {
      if (cell.code()) {
        results.accept(run(notebook.name(), cell));
      }
    }
  }

  /**
   * Runs one cell after those that ran before.
   *
   * @throws CellFailure if it does not compile or throws
   */
  public CellResult run(String notebook, Cell cell) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    synchronized (DRAWN) {
      DRAWN.clear();
      try (PrintStream captured = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
        System.setOut(captured);
        String value = snippets(notebook, cell);
        captured.print(value);
      } finally {
        System.setOut(before);
      }
      return new CellResult(cell, bytes.toString(StandardCharsets.UTF_8), DRAWN);
    }
  }

  /** Called by the cells themselves. */
  public static void draw(Picture picture) {
    DRAWN.add(picture);
  }

  /** Runs piece after piece; the value of a last expression that is no picture, as Jupyter shows it. */
  private String snippets(String notebook, Cell cell) {
    String rest = cell.java();
    String value = "";
    while (!rest.isBlank()) {
      CompletionInfo next = shell.sourceCodeAnalysis().analyzeCompletion(rest);
      if (next.completeness() == Completeness.UNKNOWN
          || next.completeness() == Completeness.DEFINITELY_INCOMPLETE) {
        throw new CellFailure(notebook, cell, "does not parse: " + rest.strip(), null);
      }
      value = "";
      for (SnippetEvent event : shell.eval(next.source())) {
        check(notebook, cell, event);
        value = value + shown(event);
      }
      rest = next.remaining();
    }
    return value;
  }

  private String shown(SnippetEvent event) {
    if (event.causeSnippet() != null
        || event.snippet().subKind() != Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND) {
      return "";
    }
    String name = ((jdk.jshell.VarSnippet) event.snippet()).name();
    String type = ((jdk.jshell.VarSnippet) event.snippet()).typeName();
    if (type.equals("Picture") || type.equals(Picture.class.getName())) {
      shell.eval(NotebookRunner.class.getName() + ".draw(" + name + ");");
      return "";
    }
    boolean printed = type.equals("java.io.PrintStream") || type.equals("PrintStream");
    return event.value() == null || printed ? "" : event.value() + "\n";
  }

  private void check(String notebook, Cell cell, SnippetEvent event) {
    if (event.exception() != null) {
      throw new CellFailure(notebook, cell, thrown(event.exception()), event.exception());
    }
    if (event.status() == Snippet.Status.REJECTED
        || event.status() == Snippet.Status.RECOVERABLE_NOT_DEFINED) {
      StringBuilder why = new StringBuilder("does not compile:");
      shell
          .diagnostics(event.snippet())
          .forEach(d -> why.append("\n  ").append(d.getMessage(Locale.ROOT)));
      if (event.snippet() instanceof DeclarationSnippet declared) {
        shell.unresolvedDependencies(declared).forEach(d -> why.append("\n  no ").append(d));
      }
      throw new CellFailure(
          notebook, cell, why + "\n  in: " + event.snippet().source().strip(), null);
    }
  }

  private static String thrown(@Nullable Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      String kind =
          t instanceof EvalException e ? e.getExceptionClassName() : t.getClass().getName();
      text.append(text.isEmpty() ? "" : "; from ").append(kind).append(": ").append(t.getMessage());
    }
    return text.toString();
  }

  /** Ends the interpreter. */
  @Override
  public void close() {
    shell.close();
  }
}
