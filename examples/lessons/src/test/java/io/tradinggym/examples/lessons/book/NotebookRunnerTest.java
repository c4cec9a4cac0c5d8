package io.tradinggym.examples.lessons.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tradinggym.examples.lessons.kit.Picture;
import io.tradinggym.experiments.UserError;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class NotebookRunnerTest {
  private static NotebookRunner runner;

  @BeforeAll
  static void start() {
    runner = new NotebookRunner();
  }

  @AfterAll
  static void end() {
    runner.close();
  }

  private static CellResult run(String source) {
    return runner.run("n.ipynb", new Cell(7, true, source, Set.of()));
  }

  @Test
  void whatIsPrintedAndTheLastValueAreTheOutput() {
    assertThat(run("int x = 20;\nSystem.out.println(\"so\");\nx + 1").output())
        .isEqualTo("so\n21\n");
  }

  @Test
  void aValueBeforeTheLastIsNotShown() {
    assertThat(run("1 + 1;\nint y = 3;").output()).isEmpty();
  }

  @Test
  void linesForTheKernelAreSkipped() {
    assertThat(run("%dependency /resolve\n%%bash\n40 + 2").output()).isEqualTo("42\n");
  }

  @Test
  void cellsSeeThoseBeforeThem() {
    run("double half(double x) { return x / 2; }");
    assertThat(run("half(5)").output()).isEqualTo("2.5\n");
  }

  @Test
  void aPictureIsDrawnAndNotPrinted() {
    CellResult result =
        run("new " + Picture.class.getName() + "(\"t\", \"x\", \"y\").line(\"a\", 1, 2, 3)");

    assertThat(result.output()).isEmpty();
    assertThat(result.pictures()).hasSize(1);
    assertThat(result.pictures().getFirst().svg()).startsWith("<svg").contains(">t</text>");
  }

  @Test
  void aFailingCellIsNamedWithItsException() {
    assertThatThrownBy(() -> run("int z = 1;\njava.util.List.of(1).get(z)"))
        .isInstanceOf(CellFailure.class)
        .hasMessageContaining("n.ipynb, cell 7 (int z = 1;)")
        .hasMessageContaining("java.lang.IndexOutOfBoundsException")
        .asInstanceOf(InstanceOfAssertFactories.type(CellFailure.class))
        .extracting(CellFailure::cell)
        .isEqualTo(7);
  }

  @Test
  void causesAreNamed() {
    assertThatThrownBy(
            () -> run("throw new RuntimeException(\"outer\", new java.io.IOException(\"inner\"));"))
        .hasMessageContaining("java.lang.RuntimeException: outer")
        .hasMessageContaining("java.io.IOException: inner");
  }

  @Test
  void whatDoesNotCompileIsShownWithTheCompilersWords() {
    assertThatThrownBy(() -> run("int n = \"text\";"))
        .isInstanceOf(CellFailure.class)
        .hasMessageContaining("incompatible types")
        .hasMessageContaining("in: int n = \"text\";");
    assertThatThrownBy(() -> run("int f() { return missing(1); }\nf()"))
        .isInstanceOf(CellFailure.class)
        .hasMessageContaining("missing");
    assertThatThrownBy(() -> run("double d = (1 + ;")).isInstanceOf(CellFailure.class);
  }

  @Test
  void standardOutputIsGivenBack() {
    PrintStream before = System.out;
    assertThatThrownBy(() -> run("throw new IllegalStateException();"))
        .isInstanceOf(CellFailure.class);
    assertThat(System.out).isSameAs(before);
  }

  @Test
  void aKnobIsTurned() {
    Notebook notebook =
        new Notebook(
            "n", "t", "", 1, List.of(new Cell(1, true, "double c = 0.5; // knob", Set.of("knob"))));

    assertThat(notebook.with("c", "0.25").cells().getFirst().source())
        .isEqualTo("double c = 0.25; // knob");
    assertThatThrownBy(() -> notebook.with("d", "1"))
        .isInstanceOf(UserError.class)
        .hasMessage("n has no knob d");
  }

  @Test
  void whatIsNoNotebookIsNamed() {
    assertThatThrownBy(() -> Notebook.parse("x.ipynb", "{\"nbformat\":3}"))
        .isInstanceOf(UserError.class)
        .hasMessage("x.ipynb is no notebook of format 4");
    assertThatThrownBy(() -> Notebook.parse("x.ipynb", "not json"))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("x.ipynb is no notebook: ");
  }
}
