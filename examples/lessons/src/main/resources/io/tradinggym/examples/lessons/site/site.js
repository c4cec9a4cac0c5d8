"use strict";
document.querySelectorAll(".after").forEach(after => after.classList.add("hidden"));
document.querySelectorAll(".show").forEach(button => button.addEventListener("click", () => {
  button.hidden = true;
  document.querySelectorAll(".after").forEach(after => after.classList.remove("hidden"));
}));

function key(form) {
  const salt = new TextEncoder().encode(form.dataset.salt);
  const bytes = Uint8Array.from(atob(form.dataset.key), c => c.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes.map((b, i) => b ^ salt[i % salt.length])));
}

function plain(text) {
  return text.replace(/\s+/g, "").toLowerCase();
}

function right(key, answer, form) {
  if ("number" in key) {
    const typed = parseFloat(answer.replace("%", "").replace(",", "."));
    return Math.abs(typed - key.number) <= key.tolerance;
  }
  if (key.order) {
    const items = [...form.querySelectorAll("li")].map(li => li.textContent);
    const chosen = [...plain(answer)].map(letter => items[letter.charCodeAt(0) - 97]);
    return chosen.join("\n") === key.order.join("\n");
  }
  return key.accepted ? key.accepted.some(one => plain(one) === plain(answer)) : answer === key.solution;
}

function reply(form, answer) {
  const k = key(form);
  const ok = right(k, answer, form);
  const wrong = k.replies && k.replies[answer] ? k.replies[answer] + " " : "";
  const out = form.querySelector(".reply");
  out.className = "reply " + (ok ? "right" : "wrong");
  out.textContent = ok ? "Right. " + k.why : "No. " + wrong + "It is " + k.solution + ". " + k.why;
}

document.querySelectorAll(".question").forEach(form => {
  form.addEventListener("submit", event => {
    event.preventDefault();
    const field = form.querySelector("input");
    if (field) {
      reply(form, field.value);
    }
  });
  form.querySelectorAll(".option").forEach(button =>
    button.addEventListener("click", () => reply(form, button.textContent)));
});
