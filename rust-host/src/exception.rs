//! An exception as data.

use rustpython_vm::builtins::{PyBaseExceptionRef, PyStrRef};
use rustpython_vm::{AsObject, PyObject, PyObjectRef, VirtualMachine};

use crate::generation;
use crate::json::Object;
use crate::text::Text;

/// How many frames are kept at each end of a traceback.
const FRAMES_AT_EACH_END: usize = 32;
/// How many causes, contexts and group members deep exceptions are followed.
const MAX_DEPTH: usize = 16;
/// How many exceptions are kept in all.
const MAX_EXCEPTIONS: usize = 64;

/// An exception, with all that led to it.
#[derive(Clone, Debug, Default)]
pub struct ExceptionData {
    /// The type's qualified name, behind its module's unless that is `builtins`
    /// or `__main__`: `json.decoder.JSONDecodeError`.
    pub type_name: Text,
    /// The type's module.
    pub module: Text,
    /// `str(exception)`; None if that itself failed.
    pub message: Option<Text>,
    /// `__notes__`.
    pub notes: Vec<Text>,
    /// The traceback, outermost frame first; of a long one, its two ends.
    pub frames: Vec<FrameData>,
    /// How many frames were left out between the two ends.
    pub frames_omitted: usize,
    /// `__cause__`, from `raise … from`.
    pub cause: Option<Box<ExceptionData>>,
    /// `__context__`: what was being handled when this was raised. None where
    /// it is the cause, which then says it all.
    pub context: Option<Box<ExceptionData>>,
    /// Whether tracebacks leave the context out.
    pub suppress_context: bool,
    /// The members of an exception group.
    pub exceptions: Option<Vec<ExceptionData>>,
    /// Where the source is wrong, for a `SyntaxError`.
    pub syntax: Option<SyntaxData>,
    /// Whether causes, contexts or members were left out, for there were too
    /// many. One that leads back to itself is left out without this mark.
    pub truncated: bool,
}

/// One line of a traceback.
#[derive(Clone, Debug, Default)]
pub struct FrameData {
    /// The file name of the code.
    pub file: Text,
    /// The line, if known.
    pub line: Option<i64>,
    /// The name of the function, as tracebacks show it.
    pub function: Text,
    /// `__name__` of the globals the function runs in.
    pub module: Option<Text>,
}

/// What a `SyntaxError` tells beside its message.
#[derive(Clone, Debug, Default)]
pub struct SyntaxData {
    /// The file name.
    pub file: Option<Text>,
    /// The line, from 1.
    pub line: Option<i64>,
    /// The column, from 1.
    pub offset: Option<i64>,
    /// The line's text.
    pub text: Option<Text>,
}

impl ExceptionData {
    /// Reads an exception. What user code does while it is read (`__str__`
    /// above all) happens; what fails is left out.
    pub(crate) fn read(vm: &VirtualMachine, exception: &PyBaseExceptionRef) -> Self {
        let mut reader = Reader {
            vm,
            path: Vec::new(),
            left: MAX_EXCEPTIONS - 1,
        };
        reader.read(exception)
    }

    /// Writes the fields of its JSON.
    pub fn write_json(&self, object: &mut Object<'_>) {
        object.python_text("type", Some(&self.type_name));
        object.python_text("module", Some(&self.module));
        object.python_text("message", self.message.as_ref());
        object.python_texts("notes", &self.notes);
        object.objects("frames", &self.frames, FrameData::write_json);
        object.value("frames_omitted", self.frames_omitted);
        for (key, other) in [("cause", &self.cause), ("context", &self.context)] {
            match other {
                Some(other) => object.object(key, |o| other.write_json(o)),
                None => object.null(key),
            }
        }
        object.value("suppress_context", self.suppress_context);
        if let Some(exceptions) = &self.exceptions {
            object.objects("exceptions", exceptions, Self::write_json);
        }
        if let Some(syntax) = &self.syntax {
            object.object("syntax", |o| syntax.write_json(o));
        }
        if self.truncated {
            object.value("truncated", true);
        }
    }
}

impl FrameData {
    fn write_json(&self, object: &mut Object<'_>) {
        object.python_text("file", Some(&self.file));
        object.optional_value("line", self.line);
        object.python_text("function", Some(&self.function));
        object.python_text("module", self.module.as_ref());
    }
}

impl SyntaxData {
    fn write_json(&self, object: &mut Object<'_>) {
        object.python_text("file", self.file.as_ref());
        object.optional_value("line", self.line);
        object.optional_value("offset", self.offset);
        object.python_text("text", self.text.as_ref());
    }
}

struct Reader<'vm> {
    vm: &'vm VirtualMachine,
    /// The exceptions between the first and the one that is read, by identity.
    path: Vec<usize>,
    /// How many more may be read.
    left: usize,
}

impl Reader<'_> {
    fn read(&mut self, exception: &PyBaseExceptionRef) -> ExceptionData {
        let vm = self.vm;
        let object: PyObjectRef = exception.clone().into();
        // First of all the message: what runs later could change it.
        let message = str_of(vm, &object);
        let class: PyObjectRef = exception.class().to_owned().into();
        let module = text(vm, &class, "__module__").unwrap_or_default();
        let name = text(vm, &class, "__qualname__").unwrap_or_default();
        let (frames, frames_omitted) = frames(vm, attribute(vm, &object, "__traceback__"));
        let mut data = ExceptionData {
            type_name: qualified(&module, &name),
            module,
            message,
            notes: notes(vm, &object),
            frames,
            frames_omitted,
            syntax: syntax(vm, exception),
            ..ExceptionData::default()
        };

        self.path.push(exception.get_id());
        let (cause, context) = (generation::cause(exception), generation::context(exception));
        let context = context.filter(|context| !cause.as_ref().is_some_and(|c| c.is(context)));
        data.cause = self.follow(cause, &mut data.truncated).map(Box::new);
        data.context = self.follow(context, &mut data.truncated).map(Box::new);
        data.suppress_context = attribute(vm, &object, "__suppress_context__")
            .is_some_and(|value| value.is(&vm.ctx.true_value));
        data.exceptions = self.members(exception, &mut data.truncated);
        self.path.pop();
        data
    }

    fn follow(
        &mut self,
        exception: Option<PyBaseExceptionRef>,
        truncated: &mut bool,
    ) -> Option<ExceptionData> {
        let exception = exception?;
        if self.path.contains(&exception.get_id()) {
            return None;
        }
        if self.path.len() >= MAX_DEPTH || self.left == 0 {
            *truncated = true;
            return None;
        }
        self.left -= 1;
        Some(self.read(&exception))
    }

    fn members(
        &mut self,
        group: &PyBaseExceptionRef,
        truncated: &mut bool,
    ) -> Option<Vec<ExceptionData>> {
        let vm = self.vm;
        if !group.fast_isinstance(vm.ctx.exceptions.base_exception_group) {
            return None;
        }
        let members = attribute(vm, group.as_object(), "exceptions")?;
        let members: Vec<PyBaseExceptionRef> = members.try_into_value(vm).ok()?;
        let read = members
            .into_iter()
            .filter_map(|member| self.follow(Some(member), truncated));
        Some(read.collect())
    }
}

fn qualified(module: &Text, name: &Text) -> Text {
    if *module == "builtins" || *module == "__main__" {
        return name.clone();
    }
    Text::from(format!("{module}.{name}").as_str())
}

/// `str(object)`, or None if it fails.
pub(crate) fn str_of(vm: &VirtualMachine, object: &PyObjectRef) -> Option<Text> {
    let text = object.str(vm).ok()?;
    Some(Text::from_wtf8(generation::wtf8(&text)))
}

fn attribute(vm: &VirtualMachine, object: &PyObject, name: &'static str) -> Option<PyObjectRef> {
    let value = object.get_attr(name, vm).ok()?;
    (!vm.is_none(&value)).then_some(value)
}

fn text(vm: &VirtualMachine, object: &PyObject, name: &'static str) -> Option<Text> {
    as_text(attribute(vm, object, name)?)
}

fn as_text(value: PyObjectRef) -> Option<Text> {
    let text: PyStrRef = value.downcast().ok()?;
    Some(Text::from_wtf8(generation::wtf8(&text)))
}

fn number(vm: &VirtualMachine, object: &PyObject, name: &'static str) -> Option<i64> {
    attribute(vm, object, name)?.try_into_value(vm).ok()
}

fn notes(vm: &VirtualMachine, exception: &PyObjectRef) -> Vec<Text> {
    let Some(notes) = attribute(vm, exception, "__notes__") else {
        return Vec::new();
    };
    let notes: Vec<PyObjectRef> = notes.try_into_value(vm).unwrap_or_default();
    notes.iter().filter_map(|note| str_of(vm, note)).collect()
}

fn syntax(vm: &VirtualMachine, exception: &PyBaseExceptionRef) -> Option<SyntaxData> {
    if !exception.fast_isinstance(vm.ctx.exceptions.syntax_error) {
        return None;
    }
    let object = exception.as_object();
    Some(SyntaxData {
        file: text(vm, object, "filename"),
        line: number(vm, object, "lineno"),
        offset: number(vm, object, "offset"),
        text: text(vm, object, "text"),
    })
}

/// The frames of a traceback, and how many were left out in its middle.
fn frames(vm: &VirtualMachine, traceback: Option<PyObjectRef>) -> (Vec<FrameData>, usize) {
    let entries: Vec<_> =
        std::iter::successors(traceback, |entry| attribute(vm, entry, "tb_next")).collect();
    let omitted = entries.len().saturating_sub(2 * FRAMES_AT_EACH_END);
    let last_of_first = if omitted > 0 {
        FRAMES_AT_EACH_END
    } else {
        entries.len()
    };
    let kept = entries[..last_of_first]
        .iter()
        .chain(&entries[last_of_first + omitted..]);
    (kept.map(|entry| frame(vm, entry)).collect(), omitted)
}

fn frame(vm: &VirtualMachine, entry: &PyObjectRef) -> FrameData {
    let frame = attribute(vm, entry, "tb_frame");
    let code = frame
        .as_ref()
        .and_then(|frame| attribute(vm, frame, "f_code"));
    let globals = frame
        .as_ref()
        .and_then(|frame| attribute(vm, frame, "f_globals"));
    let of_code = |name| code.as_ref().and_then(|code| text(vm, code, name));
    FrameData {
        file: of_code("co_filename").unwrap_or_default(),
        line: number(vm, entry, "tb_lineno"),
        function: of_code("co_name").unwrap_or_default(),
        module: globals
            .and_then(|globals| globals.get_item("__name__", vm).ok())
            .and_then(as_text),
    }
}
