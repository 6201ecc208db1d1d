// What the tests ask a page. It is put into it as axe is; a report has no script of its own.
window.looking = (() => {
  const ROOM = 1.5; // pixels that rounding may cost

  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  const seen = element =>
    element.checkVisibility({visibilityProperty: true, opacityProperty: true, contentVisibilityAuto: false});

  // Elements that only screen readers get are cut to nothing, on purpose.
  const shownToEyes = element => {
    for (let each = element; each instanceof Element; each = each.parentElement) {
      const style = getComputedStyle(each);
      if (style.clipPath.startsWith("inset(50%") || style.clip.startsWith("rect(")) return false;
      if (style.position === "absolute" && each.offsetWidth <= 1 && each.offsetHeight <= 1) return false;
    }
    return true;
  };

  const scrolls = (element, axis) => {
    const style = getComputedStyle(element);
    return axis === "x"
      ? /auto|scroll/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 1
      : /auto|scroll/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 1;
  };

  const name = element => {
    const id = element.id ? "#" + element.id : "";
    const kind = element.getAttribute("class") ? "." + element.getAttribute("class").replace(/\s+/g, ".") : "";
    const text = (element.textContent || "").replace(/\s+/g, " ").trim().slice(0, 50);
    return `<${element.localName}${id}${kind}> “${text}”`;
  };

  const boxes = element => [...element.getClientRects()].filter(box => box.width > 0 && box.height > 0);

  // Whether some part of the element can be seen now: in the window, and nothing lies on it.
  const inSight = element => boxes(element).some(box => {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    if (right - left < 1 || bottom - top < 1) return false;
    const above = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return above !== null && (above === element || element.contains(above) || above.contains(element));
  });

  const pen = Object.assign(document.createElement("canvas"), {width: 1, height: 1})
    .getContext("2d", {willReadFrequently: true});

  // Red, green, blue and how much it covers, from 0 to 1.
  const parts = colour => {
    pen.clearRect(0, 0, 1, 1);
    pen.fillStyle = colour;
    pen.fillRect(0, 0, 1, 1);
    return [...pen.getImageData(0, 0, 1, 1).data].map(each => each / 255);
  };

  // A colour laid over another one that covers everything.
  const over = ([red, green, blue, alpha], below, share = 1) =>
    [red, green, blue].map((each, place) => each * alpha * share + below[place] * (1 - alpha * share));

  // How light a colour is, from 0 to 1 (WCAG).
  const luminance = colour => {
    const [red, green, blue] = colour.map(each =>
      each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };

  // What is behind an element, as its ancestors are painted over white.
  const ground = element => {
    const above = [];
    for (let each = element; each; each = each.parentElement) above.push(each);
    return above.reverse().reduce(
      (below, each) => over(parts(getComputedStyle(each).backgroundColor), below), [1, 1, 1]);
  };

  return {
    openAll() {
      all("details").forEach(each => { each.open = true; });
    },

    // How far the page can be scrolled sideways, and what sticks out.
    sideways() {
      const page = document.scrollingElement;
      const inside = element => {
        for (let each = element.parentElement; each && each !== document.body; each = each.parentElement) {
          if (/auto|scroll|hidden|clip/.test(getComputedStyle(each).overflowX)) return true;
        }
        return false;
      };
      const over = page.scrollWidth - page.clientWidth;
      const culprits = over <= 0 ? [] : all("body *").filter(element =>
        element.getBoundingClientRect().right > page.clientWidth + ROOM && !inside(element));
      return {over, culprits: culprits.slice(0, 5).map(name)};
    },

    // Words that are cut off, since their box hides what does not fit.
    clipped() {
      return all("body *").filter(element => {
        if (!(element instanceof HTMLElement) || !element.textContent.trim() || !seen(element)) return false;
        const style = getComputedStyle(element);
        const hides = /hidden|clip/;
        const wide = hides.test(style.overflowX) && element.scrollWidth > element.clientWidth + ROOM;
        const high = hides.test(style.overflowY) && element.scrollHeight > element.clientHeight + ROOM;
        return (wide || high) && shownToEyes(element);
      }).map(name);
    },

    // Words of pictures that stand outside of them, on each other, or are too small to read.
    pictures(smallest) {
      const faults = [];
      for (const svg of all("svg")) {
        if (!seen(svg)) continue;
        // What overflows is shown, or cut off; in neither case may it leave the page.
        const whole = getComputedStyle(svg).overflow === "visible";
        const frame = (whole ? document.documentElement : svg).getBoundingClientRect();
        const words = all("text", svg).filter(each => each.textContent.trim() && seen(each));
        const placed = words.map(each => [each, each.getBoundingClientRect()]);
        for (const [each, box] of placed) {
          if (box.left < frame.left - ROOM || box.right > frame.right + ROOM ||
              box.top < frame.top - ROOM || box.bottom > frame.bottom + ROOM)
            faults.push("outside: " + name(each));
          const scale = Math.abs(each.getScreenCTM().a);
          const size = parseFloat(getComputedStyle(each).fontSize) * scale;
          if (size < smallest) faults.push(`${size.toFixed(1)} px: ` + name(each));
        }
        placed.forEach(([one, a], place) => {
          for (const [other, b] of placed.slice(place + 1)) {
            const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
            const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
            // Boxes of letters are higher than the letters.
            if (wide > 2 && high > 0.4 * Math.min(a.height, b.height))
              faults.push(`on each other: ${name(one)} ${name(other)}`);
          }
        });
      }
      return faults;
    },

    // Follow the links into the same page, as with a click, one for each place that they lead to:
    // those that do not lead to something in sight.
    follow() {
      const faults = [], links = new Map(all('a[href^="#"]').map(each => [each.hash, each]));
      for (const [hash, link] of links) {
        const id = decodeURIComponent(hash.slice(1));
        const target = document.getElementById(id);
        if (target === null) { faults.push(`no #${id}: ` + name(link)); continue; }
        link.click();
        // A place without words of its own is the beginning of what it stands in.
        const place = target.textContent ? target : target.parentElement;
        if (!target.matches(":target")) faults.push(`#${id} is not the target: ` + name(link));
        else if (!seen(place)) faults.push(`#${id} is hidden: ` + name(link));
        else if (!inSight(place)) faults.push(`#${id} is out of sight: ` + name(link));
      }
      return {followed: links.size, faults};
    },

    // Addresses of all links, as they are written.
    links() {
      return all("a[href]").map(each => each.getAttribute("href"));
    },

    // Places that a link can lead to.
    places() {
      return all("[id]").map(each => each.id);
    },

    // What a keyboard must reach, in the order of the page.
    stops() {
      const usual = "a[href], area[href], summary, button, input, select, textarea, [tabindex]";
      return all("body *").filter(element =>
        seen(element) && (element.matches(usual)
          ? element.getAttribute("tabindex") !== "-1"
          : element instanceof HTMLElement && (scrolls(element, "x") || scrolls(element, "y"))));
    },

    // Write down where the focus goes, and how it looks there.
    watch() {
      const stops = window.stops = this.stops();
      const resting = new Map(stops.map(each => [each, this.look(each)]));
      window.walked = [];
      document.addEventListener("focusin", ({target}) => {
        window.walked.push({
          stop: stops.indexOf(target),
          name: name(target),
          shown: resting.get(target) !== this.look(target),
          inSight: inSight(target),
        });
      });
      return stops.map(name);
    },

    // How an element shows that it has the focus.
    look(element) {
      const style = getComputedStyle(element);
      // "auto" is the browser's own, of two pixels and two colours.
      const thick = style.outlineStyle === "auto" || parseFloat(style.outlineWidth) >= 2;
      const outline = style.outlineStyle !== "none" && thick ? style.outlineStyle + style.outlineColor : "";
      return outline + style.boxShadow;
    },

    // Boxes that scroll by themselves: whether a keyboard reaches them, and what they are called.
    regions() {
      return all("body *").filter(each => each instanceof HTMLElement && seen(each) && scrolls(each, "x"))
        .map(each => ({
          name: name(each),
          tabindex: each.getAttribute("tabindex"),
          role: each.getAttribute("role"),
          label: each.getAttribute("aria-label") || each.getAttribute("aria-labelledby") || "",
        }));
    },

    // Large areas that are brighter than a share of white.
    bright(share) {
      const known = new Map();
      const large = all("body, body *").filter(element => {
        const box = element.getBoundingClientRect();
        if (box.width * box.height < 3000 || !seen(element)) return false;
        if (element instanceof SVGElement && !element.matches("rect")) return false;
        const style = getComputedStyle(element);
        const colour = element instanceof SVGElement ? style.fill : style.backgroundColor;
        if (!known.has(colour)) known.set(colour, parts(colour === "none" ? "transparent" : colour));
        const [, , , alpha] = known.get(colour);
        return alpha > 0.5 && luminance(known.get(colour).slice(0, 3)) > share;
      });
      return {page: luminance(ground(document.body)), areas: large.slice(0, 5).map(name)};
    },

    // Words of pictures that do not stand out from what is behind them (axe passes over pictures).
    pale(least = 4.5) {
      const faults = [];
      for (const svg of all("svg").filter(seen)) {
        const shapes = all("rect, circle", svg).filter(seen)
          .map(each => [each.getBoundingClientRect(), getComputedStyle(each)])
          .filter(([, style]) => style.fill !== "none")
          .map(([box, style]) => [box, parts(style.fill), parseFloat(style.fillOpacity)]);
        const paper = ground(svg);
        for (const text of all("text", svg).filter(seen)) {
          const box = text.getBoundingClientRect(), style = getComputedStyle(text);
          const x = (box.left + box.right) / 2, y = (box.top + box.bottom) / 2;
          const behind = shapes
            .filter(([each]) => each.left <= x && x <= each.right && each.top <= y && y <= each.bottom)
            .reduce((below, [, colour, share]) => over(colour, below, share), paper);
          const ink = over(parts(style.fill), behind, parseFloat(style.fillOpacity) * parseFloat(style.opacity));
          const [dark, light] = [luminance(ink), luminance(behind)].sort((one, other) => one - other);
          const contrast = (light + 0.05) / (dark + 0.05);
          if (contrast < least) faults.push(`${contrast.toFixed(1)}: ` + name(text));
        }
      }
      return faults;
    },
  };
})();
